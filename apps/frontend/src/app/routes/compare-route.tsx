import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { withWords } from "@/lib/language";

import { batchRoute } from "./batch-route";

export const compareRoute = createRoute({
  getParentRoute: () => batchRoute,
  path: "compare",
  component: lazyRouteComponent(
    () => withWords(["compare", "evaluation"], () => import("./compare-page")),
    "ComparePage",
  ),
});
