import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { withWords } from "@/lib/language";

import { batchRoute } from "./batch-route";

export const imagesRoute = createRoute({
  getParentRoute: () => batchRoute,
  path: "images",
  // `q`: part of a file's name. A name of digits alone arrives as a number.
  validateSearch: ({ q }: { q?: unknown }): { q?: string } =>
    (typeof q === "string" && q !== "") || typeof q === "number" ? { q: String(q) } : {},
  component: lazyRouteComponent(() => withWords(["upload"], () => import("./images-page")), "ImagesPage"),
});
