import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { batchRoute } from "./batch-route";

export const imagesRoute = createRoute({
  getParentRoute: () => batchRoute,
  path: "images",
  component: lazyRouteComponent(() => import("./images-page"), "ImagesPage"),
});
