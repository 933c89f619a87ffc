import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { batchRoute } from "./batch-route";

export const certaintyRoute = createRoute({
  getParentRoute: () => batchRoute,
  path: "certainty",
  component: lazyRouteComponent(() => import("./certainty-page"), "CertaintyPage"),
});
