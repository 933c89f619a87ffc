import { useQuery } from "@tanstack/react-query";

import { getCostOptions } from "@/api/gen/@tanstack/react-query.gen";

const WHILE_RUNNING = 2_000;

/** What a batch has cost so far, by all its readers. */
export function useCost(batchName: string, busy: boolean) {
  return useQuery({
    ...getCostOptions({ path: { batch_name: batchName } }),
    refetchInterval: busy ? WHILE_RUNNING : false,
  });
}
