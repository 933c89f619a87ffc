import { useMutation, useQueryClient } from "@tanstack/react-query";

import { refreshBatch } from "@/api/cache";
import { removeCards } from "@/api/gen/sdk.gen";

/** As many as the service takes in one request. */
const TOGETHER = 500;

/** Removes cards with all their sides. Asking for one that is gone is no error, so it can be tried again whole. */
export function useRemoveCards(batchName: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (filenames: readonly string[]) => {
      for (let first = 0; first < filenames.length; first += TOGETHER) {
        await removeCards({
          path: { batch_name: batchName },
          body: { cards: filenames.slice(first, first + TOGETHER) },
          throwOnError: true,
        });
      }
    },
    onSettled: () => refreshBatch(client, batchName),
  });
}
