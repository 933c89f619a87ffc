import { createRouter, type RouterHistory } from "@tanstack/react-router";

import { BrokenNote } from "@/components/ui/broken-note";

import { rootRoute } from "./root-route";
import { batchRoute } from "./routes/batch-route";
import { batchesRoute } from "./routes/batches-route";
import { certaintyRoute } from "./routes/certainty-route";
import { compareRoute } from "./routes/compare-route";
import { enginesRoute } from "./routes/engines-route";
import { evaluationRoute } from "./routes/evaluation-route";
import { helpRoute } from "./routes/help-route";
import { imagesRoute } from "./routes/images-route";
import { resultsRoute } from "./routes/results-route";
import { runRoute } from "./routes/run-route";
import { setupRoute } from "./routes/setup-route";
import { templatesRoute } from "./routes/templates-route";
import { verifyCardRoute, verifyRoute } from "./routes/verify-route";

const routes = rootRoute.addChildren([
  batchesRoute,
  batchRoute.addChildren([
    imagesRoute,
    setupRoute,
    runRoute,
    resultsRoute,
    verifyRoute,
    verifyCardRoute,
    certaintyRoute,
    evaluationRoute,
    compareRoute,
  ]),
  templatesRoute,
  enginesRoute,
  helpRoute,
]);

/** `history`: the browser's unless a test brings its own. */
export function createAppRouter(history?: RouterHistory) {
  return createRouter({
    routeTree: routes,
    defaultErrorComponent: BrokenNote,
    defaultPreload: "intent",
    scrollRestoration: true,
    ...(history === undefined ? {} : { history }),
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
