import { useQuery } from "@tanstack/react-query";

import { listRecordsOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { FinishedCard } from "@/api/gen/types.gen";

import { RECENT } from "./run-state";

const BEFORE = 12;

/** The last cards read, newest first: those the socket told, and before them those that were read before we came. */
export function useLastCards(batchName: string, told: readonly FinishedCard[]): readonly FinishedCard[] {
  const before = useQuery(
    listRecordsOptions({
      path: { batch_name: batchName },
      query: { sort: "processed_at", order: "desc", limit: BEFORE },
    }),
  );
  const seen = new Set<string>();
  const cards: FinishedCard[] = [];
  for (const { filename, success, data, error, cause } of [...told, ...(before.data?.items ?? [])]) {
    if (seen.has(filename)) continue;
    seen.add(filename);
    cards.push({ filename, success, data, error, cause });
  }
  return cards.slice(0, RECENT);
}
