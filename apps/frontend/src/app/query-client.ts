import { QueryClient } from "@tanstack/react-query";

import { isPassing } from "@/lib/problem";

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The service is usually on this very machine: being off the internet says nothing about reaching it.
        networkMode: "always",
        staleTime: 5_000,
        retry: (failures, error) => failures < 2 && isPassing(error),
        retryDelay: (attempt) => 500 * 2 ** attempt,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}
