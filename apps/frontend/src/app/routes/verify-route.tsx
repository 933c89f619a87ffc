import { createRoute, lazyRouteComponent, type SearchSchemaInput } from "@tanstack/react-router";

import { readQueueView, type QueueView } from "@/features/verify/api/queue-view";
import { withWords } from "@/lib/language";

import { batchRoute } from "./batch-route";

/** Without a file name: the first card of the queue. */
export const verifyRoute = createRoute({
  getParentRoute: () => batchRoute,
  path: "verify",
  validateSearch: (search: Partial<QueueView> & SearchSchemaInput) => readQueueView(search),
  component: lazyRouteComponent(
    () => withWords(["verify", "certainty", "learning"], () => import("./verify-page")),
    "VerifyPage",
  ),
});
export const verifyCardRoute = createRoute({
  getParentRoute: () => batchRoute,
  path: "verify/$filename",
  validateSearch: (search: Partial<QueueView> & SearchSchemaInput) => readQueueView(search),
  component: lazyRouteComponent(
    () => withWords(["verify", "certainty", "learning"], () => import("./verify-page")),
    "VerifyCardPage",
  ),
});
