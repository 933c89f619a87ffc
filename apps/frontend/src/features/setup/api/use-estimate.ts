import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

import { refreshBatch } from "@/api/cache";
import { getBatchOptions, getCostOptions } from "@/api/gen/@tanstack/react-query.gen";
import { readBeside, readSample } from "@/api/gen/sdk.gen";
import type { BatchRead } from "@/api/gen/types.gen";
import type { Reader } from "@/lib/readers";

import { isBusy } from "./use-setup";

export const SAMPLE = 5;
const WHILE_READING = 1_000;

/** What the cards that a reader has not read will cost, from those that it has; and a way to let it read a few. */
export function useEstimate(
  batch: BatchRead,
  { engine, model }: Reader,
  beside: boolean,
  flush: () => Promise<boolean>,
) {
  const client = useQueryClient();
  const path = { batch_name: batch.name };
  const busy = isBusy(batch);
  const refetchInterval = busy ? WHILE_READING : false;
  useQuery({ ...getBatchOptions({ path }), refetchInterval });
  const query = model === null ? { engine } : { engine, model };
  const cost = useQuery({ ...getCostOptions({ path, query }), refetchInterval });
  const wasBusy = useRef(busy);
  useEffect(() => {
    // The last answer of a run under way may be from before its last card.
    if (wasBusy.current && !busy) void refreshBatch(client, batch.name);
    wasBusy.current = busy;
  }, [busy, client, batch.name]);
  const sample = useMutation({
    mutationFn: async () => {
      if (!(await flush())) return;
      if (beside) await readBeside({ path, body: { engine, model, sample: SAMPLE }, throwOnError: true });
      else await readSample({ path, body: { cards: SAMPLE }, throwOnError: true });
    },
    onSettled: () => refreshBatch(client, batch.name),
  });
  return { cost, sample };
}
