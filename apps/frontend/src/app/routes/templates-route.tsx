import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

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
  component: lazyRouteComponent(() => import("./templates-page"), "TemplatesPage"),
});
