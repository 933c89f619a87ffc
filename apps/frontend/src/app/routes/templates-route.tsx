import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { withWords } from "@/lib/language";

import { rootRoute } from "../root-route";

export interface TemplatesSearch {
  /** Which template is open; the first where none is named. */
  template?: number;
}

export const templatesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/templates",
  validateSearch: ({ template }: Record<string, unknown>): TemplatesSearch =>
    typeof template === "number" && Number.isInteger(template) && template > 0 ? { template } : {},
  component: lazyRouteComponent(
    () => withWords(["templates", "setup"], () => import("./templates-page")),
    "TemplatesPage",
  ),
});
