import { createRootRoute, createRoute, createRouter, type RouterHistory } from "@tanstack/react-router";

import { BrokenNote } from "@/components/ui/broken-note";

import { NotFoundPage } from "./not-found-page";
import { RootLayout } from "./root-layout";
import { BatchesPage } from "./routes/batches-page";
import { readView } from "./routes/batches-view";

const rootRoute = createRootRoute({ component: RootLayout, notFoundComponent: NotFoundPage });

const batchesRoute = createRoute({
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

const routes = rootRoute.addChildren([batchesRoute]);

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
