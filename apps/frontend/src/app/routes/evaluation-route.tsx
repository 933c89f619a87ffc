import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { readEvaluationSearch } from "@/features/evaluation/api/evaluation-search";
import { withWords } from "@/lib/language";

import { batchRoute } from "./batch-route";

export const evaluationRoute = createRoute({
  getParentRoute: () => batchRoute,
  path: "evaluation",
  validateSearch: readEvaluationSearch,
  component: lazyRouteComponent(
    () => withWords(["evaluation"], () => import("./evaluation-page")),
    "EvaluationPage",
  ),
});
