import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { batchRoute } from "./batch-route";

const page = lazyRouteComponent(() => import("./verify-page"), "VerifyPage");

/** Without a file name: the first card of the queue. */
export const verifyRoute = createRoute({ getParentRoute: () => batchRoute, path: "verify", component: page });
export const verifyCardRoute = createRoute({
  getParentRoute: () => batchRoute,
  path: "verify/$filename",
  component: page,
});
