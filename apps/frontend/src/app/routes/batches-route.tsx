import { createRoute } from "@tanstack/react-router";

import { rootRoute } from "../root-route";

import { BatchesPage } from "./batches-page";
import { readView } from "./batches-view";

export const batchesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  validateSearch: readView,
  component: function Batches() {
    const view = batchesRoute.useSearch();
    const navigate = batchesRoute.useNavigate();
    return (
      <BatchesPage
        view={view}
        onView={(change, replace = false) =>
          void navigate({ search: (before) => readView({ ...before, ...change }), replace })
        }
      />
    );
  },
});
