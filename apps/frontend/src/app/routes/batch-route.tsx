import { createRoute } from "@tanstack/react-router";

import { rootRoute } from "../root-route";

/** The parent of a batch's places; the bar shows the steps between them, see `batch-steps.tsx`. */
export const batchRoute = createRoute({ getParentRoute: () => rootRoute, path: "/batches/$batchName" });
