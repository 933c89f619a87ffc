import { useMutation, useQueryClient } from "@tanstack/react-query";

import { forgetBatch, refreshBatch } from "@/api/cache";
import { cancelBatch, deleteBatch, retryBatch, startBatch } from "@/api/gen/sdk.gen";

export type Command = "start" | "retry" | "cancel";

const CALLS = { start: startBatch, retry: retryBatch, cancel: cancelBatch } as const;

/** Start, retry or cancel. Whatever the answer, also a refusal, the batch is asked for anew. */
export function useBatchCommand(batchName: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (command: Command) => {
      await CALLS[command]({ path: { batch_name: batchName }, throwOnError: true });
    },
    onSettled: () => refreshBatch(client, batchName),
  });
}

/** `onDone` runs when the batch has left the list as well; its row, and who asked, are gone by then. */
export function useDeleteBatch(batchName: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => deleteBatch({ path: { batch_name: batchName }, throwOnError: true }),
    onSuccess: async () => {
      await forgetBatch(client, batchName);
      onDone();
    },
  });
}
