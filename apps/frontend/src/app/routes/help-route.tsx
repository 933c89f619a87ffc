import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { withWords } from "@/lib/language";

import { rootRoute } from "../root-route";

export const helpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/help",
  component: lazyRouteComponent(() => withWords(["help"], () => import("./help-page")), "HelpPage"),
});
