import { useMutation, useQueryClient } from "@tanstack/react-query";

import { refreshBatch } from "@/api/cache";
import { createBatch } from "@/api/gen/sdk.gen";
import type { BatchCreate } from "@/api/gen/types.gen";

import { useUploadQueue } from "./use-uploads";

interface NewBatch {
  batch: BatchCreate;
  files: readonly File[];
}

/** Creates the draft and sends its files on their way. */
export function useCreateBatch() {
  const client = useQueryClient();
  const queue = useUploadQueue();
  return useMutation({
    mutationFn: async ({ batch }: NewBatch) => (await createBatch({ body: batch, throwOnError: true })).data,
    onSuccess: async (created, { files }) => {
      void queue.add(created.name, files);
      await refreshBatch(client, created.name);
    },
  });
}
