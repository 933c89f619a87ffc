import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { readQueueView } from "@/features/verify/api/queue";

import { batchRoute } from "./batch-route";

/** Without a file name: the first card of the queue. */
export const verifyRoute = createRoute({
  getParentRoute: () => batchRoute,
  path: "verify",
  validateSearch: readQueueView,
  component: lazyRouteComponent(() => import("./verify-page"), "VerifyPage"),
});
export const verifyCardRoute = createRoute({
  getParentRoute: () => batchRoute,
  path: "verify/$filename",
  validateSearch: readQueueView,
  component: lazyRouteComponent(() => import("./verify-page"), "VerifyCardPage"),
});
