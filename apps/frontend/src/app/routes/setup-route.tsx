import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { withWords } from "@/lib/language";

import { batchRoute } from "./batch-route";

export interface SetupSearch {
  /** Which image is looked at, counted from 1. */
  image?: number;
}

export const setupRoute = createRoute({
  getParentRoute: () => batchRoute,
  path: "setup",
  validateSearch: ({ image }: Record<string, unknown>): SetupSearch =>
    typeof image === "number" && Number.isInteger(image) && image > 1 ? { image } : {},
  component: lazyRouteComponent(
    () => withWords(["setup", "certainty", "engines"], () => import("./setup-page")),
    "SetupPage",
  ),
});
