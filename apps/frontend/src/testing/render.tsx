import { MantineProvider } from "@mantine/core";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";

import { createQueryClient } from "@/app/query-client";
import { createAppRouter } from "@/app/router";
import { theme } from "@/lib/theme";

export function quickClient(): QueryClient {
  const client = createQueryClient();
  client.setDefaultOptions({
    queries: { ...client.getDefaultOptions().queries, retry: false, staleTime: 0 },
  });
  return client;
}

/** The whole app at an address, as a person finds it. */
export function renderApp(address = "/") {
  const client = quickClient();
  const router = createAppRouter(createMemoryHistory({ initialEntries: [address] }));
  const view = render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { user: userEvent.setup(), client, router, ...view };
}
