import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { batchRoute } from "./batch-route";

export const imagesRoute = createRoute({
  getParentRoute: () => batchRoute,
  path: "images",
  // `q`: part of a file's name. A name of digits alone arrives as a number.
  validateSearch: ({ q }: { q?: unknown }): { q?: string } =>
    (typeof q === "string" && q !== "") || typeof q === "number" ? { q: String(q) } : {},
  component: lazyRouteComponent(() => import("./images-page"), "ImagesPage"),
});
