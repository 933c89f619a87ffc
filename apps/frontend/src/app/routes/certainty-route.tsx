import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { readCertaintySearch } from "@/features/certainty/api/certainty-search";
import { withWords } from "@/lib/language";

import { batchRoute } from "./batch-route";

export const certaintyRoute = createRoute({
  getParentRoute: () => batchRoute,
  path: "certainty",
  validateSearch: readCertaintySearch,
  component: lazyRouteComponent(
    () => withWords(["reliability", "learning"], () => import("./certainty-page")),
    "CertaintyPage",
  ),
});
