import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { rootRoute } from "../root-route";

export const enginesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/engines",
  component: lazyRouteComponent(() => import("./engines-page"), "EnginesPage"),
});
