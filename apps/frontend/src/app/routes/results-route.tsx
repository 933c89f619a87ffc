import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { readRecordsSearch } from "@/features/results/api/records-search";
import { withWords } from "@/lib/language";

import { batchRoute } from "./batch-route";

export const resultsRoute = createRoute({
  getParentRoute: () => batchRoute,
  path: "results",
  validateSearch: readRecordsSearch,
  component: lazyRouteComponent(
    () => withWords(["results", "certainty"], () => import("./results-page")),
    "ResultsPage",
  ),
});
