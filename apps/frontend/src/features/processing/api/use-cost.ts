import { useQuery } from "@tanstack/react-query";

import { getCostOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { BatchRead } from "@/api/gen/types.gen";
import { readersOf } from "@/lib/readers";

const WHILE_RUNNING = 1_000;

/** What a batch has cost so far, by all its readers, and how long its provider makes us wait. */
export function useCost(batch: BatchRead, busy: boolean) {
  const readers = [...readersOf(batch), ...(batch.pass ? [batch.pass] : [])];
  const costs = readers.some(({ engine }) => engine !== "local");
  return useQuery({
    ...getCostOptions({ path: { batch_name: batch.name } }),
    refetchInterval: busy && costs ? WHILE_RUNNING : false,
  });
}
