import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { withWords } from "@/lib/language";

import { rootRoute } from "../root-route";

export const enginesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/engines",
  component: lazyRouteComponent(() => withWords(["engines"], () => import("./engines-page")), "EnginesPage"),
});
