import { useQuery } from "@tanstack/react-query";

import { listQueueOptions } from "@/api/gen/@tanstack/react-query.gen";

const FRESH = 60_000;

/** How many cards wait on which readers differ. `known`: the queue on the desk is that one. */
export function useDiffering(batchName: string, known: number | null): number {
  const asked = useQuery({
    ...listQueueOptions({
      path: { batch_name: batchName },
      query: { show: "differ", order: "card", limit: 1 },
    }),
    staleTime: FRESH,
  });
  return known ?? asked.data?.total ?? 0;
}
