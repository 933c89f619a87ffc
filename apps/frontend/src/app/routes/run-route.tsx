import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { withWords } from "@/lib/language";

import { batchRoute } from "./batch-route";

export const runRoute = createRoute({
  getParentRoute: () => batchRoute,
  path: "run",
  component: lazyRouteComponent(() => withWords(["processing"], () => import("./run-page")), "RunPage"),
});
