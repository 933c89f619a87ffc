import { useMutation, useQueryClient } from "@tanstack/react-query";

import { refreshBatch } from "@/api/cache";
import { cancelBatch } from "@/api/gen/sdk.gen";

/** Stops after the cards in flight. Asking a batch that no longer runs is no error. */
export function useCancelBatch(batchName: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => cancelBatch({ path: { batch_name: batchName }, throwOnError: true }),
    onSettled: () => refreshBatch(client, batchName),
  });
}
