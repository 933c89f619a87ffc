import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { batchRoute } from "./batch-route";

export const resultsRoute = createRoute({
  getParentRoute: () => batchRoute,
  path: "results",
  component: lazyRouteComponent(() => import("./results-page"), "ResultsPage"),
});
