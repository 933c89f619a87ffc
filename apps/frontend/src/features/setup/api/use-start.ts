import { useMutation, useQueryClient } from "@tanstack/react-query";

import { refreshBatch } from "@/api/cache";
import { startBatch } from "@/api/gen/sdk.gen";

interface Start {
  /** Every card again, also those that were read. */
  anew: boolean;
  flush: () => Promise<boolean>;
}

/** Saves what is left to save, then starts; `onStarted` only when reading has begun. */
export function useStart(batchName: string, onStarted: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ anew, flush }: Start) => {
      if (!(await flush())) return false;
      await startBatch({ path: { batch_name: batchName }, query: { anew }, throwOnError: true });
      return true;
    },
    onSuccess: async (started) => {
      if (!started) return;
      await refreshBatch(client, batchName);
      onStarted();
    },
  });
}
