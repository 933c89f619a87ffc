import { useMutation, useQueryClient } from "@tanstack/react-query";

import { forgetBatch, refreshBatch } from "./cache";
import { cancelBatch, deleteBatch, patchBatch, retryBatch, startBatch } from "./gen/sdk.gen";

export type Command =
  | { do: "start" }
  /** With a cause: only the cards that failed for it. */
  | { do: "retry"; cause?: string }
  | { do: "cancel" };

function call(batchName: string, command: Command): Promise<unknown> {
  const target = { path: { batch_name: batchName }, throwOnError: true } as const;
  switch (command.do) {
    case "start":
      return startBatch(target);
    case "retry":
      return retryBatch(command.cause === undefined ? target : { ...target, body: { cause: command.cause } });
    case "cancel":
      return cancelBatch(target);
    default:
      return command satisfies never;
  }
}

/** Start, retry or cancel. Whatever the answer, also a refusal, the batch is asked for anew. */
export function useBatchCommand(batchName: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (command: Command) => {
      await call(batchName, command);
    },
    onSettled: () => refreshBatch(client, batchName),
  });
}

export function useRenameBatch(batchName: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (title: string) =>
      patchBatch({ path: { batch_name: batchName }, body: { title }, throwOnError: true }),
    onSuccess: () => refreshBatch(client, batchName),
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
