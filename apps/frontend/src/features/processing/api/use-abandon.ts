import { useMutation, useQueryClient } from "@tanstack/react-query";

import { refreshBatch } from "@/api/cache";
import { abandonPass } from "@/api/gen/sdk.gen";

/** A reader that was stopped beside the first reads no more; what it has read stays. */
export function useAbandon(batchName: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => abandonPass({ path: { batch_name: batchName }, throwOnError: true }),
    onSettled: () => refreshBatch(client, batchName),
  });
}
