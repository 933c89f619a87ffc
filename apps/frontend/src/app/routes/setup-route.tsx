import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { batchRoute } from "./batch-route";

export const setupRoute = createRoute({
  getParentRoute: () => batchRoute,
  path: "setup",
  component: lazyRouteComponent(() => import("./setup-page"), "SetupPage"),
});
