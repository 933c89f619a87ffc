import { createRoute, Outlet, useParams } from "@tanstack/react-router";

import { useNoSuchBatch } from "../no-such-batch";
import { NotFoundPage } from "../not-found-page";
import { rootRoute } from "../root-route";

/** The parent of a batch's places; the bar shows the steps between them, see `batch-steps.tsx`. */
export const batchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/batches/$batchName",
  component: BatchPlace,
});

function BatchPlace() {
  const { batchName } = useParams({ from: "/batches/$batchName" });
  return useNoSuchBatch(batchName) ? <NotFoundPage what="batch" /> : <Outlet />;
}
