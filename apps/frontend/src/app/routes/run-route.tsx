import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { batchRoute } from "./batch-route";

export const runRoute = createRoute({
  getParentRoute: () => batchRoute,
  path: "run",
  component: lazyRouteComponent(() => import("./run-page"), "RunPage"),
});
