import { createRootRoute } from "@tanstack/react-router";

import { NotFoundPage } from "./not-found-page";
import { RootLayout } from "./root-layout";

export const rootRoute = createRootRoute({
  component: RootLayout,
  notFoundComponent: () => <NotFoundPage />,
});
