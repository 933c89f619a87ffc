import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { refreshBatch } from "@/api/cache";
import {
  getCertaintyOptions,
  listAcceptancesOptions,
  listAuditsOptions,
} from "@/api/gen/@tanstack/react-query.gen";
import { acceptByRule, undoAcceptance } from "@/api/gen/sdk.gen";
import type { CertaintyRead, CertaintyRow } from "@/api/gen/types.gen";

export function useCertainty(batchName: string, precision: number) {
  return useQuery({
    ...getCertaintyOptions({ path: { batch_name: batchName }, query: { precision } }),
    placeholderData: (before) => before,
  });
}

/** Accepting unseen, in one step, and taking it back. */
export function useAcceptances(batchName: string) {
  const client = useQueryClient();
  const path = { batch_name: batchName };
  const list = useQuery(listAcceptancesOptions({ path }));
  const onSettled = () => refreshCertainty(client, batchName);
  const accept = useMutation({
    mutationFn: (at: number) => acceptByRule({ path, body: { at }, throwOnError: true }),
    onSettled,
  });
  const undo = useMutation({
    mutationFn: (id: number) => undoAcceptance({ path: { ...path, acceptance_id: id }, throwOnError: true }),
    onSettled,
  });
  return { list, accept, undo };
}

/** After verdicts: what is open, how sure the rest is, and the records. */
export async function refreshCertainty(client: QueryClient, batchName: string): Promise<void> {
  const path = { batch_name: batchName };
  const keys = [
    [{ _id: "getCertainty", path }],
    listAcceptancesOptions({ path }).queryKey,
    listAuditsOptions({ path }).queryKey,
    [{ _id: "getRecord" }],
  ];
  await Promise.all([
    refreshBatch(client, batchName),
    ...keys.map((queryKey) => client.invalidateQueries({ queryKey })),
  ]);
}

const LEAST_MEASURED = 20;

/** The lowest limit of the table at which so large a share was right. */
export function rowFor(rows: readonly CertaintyRow[], precision: number): CertaintyRow | undefined {
  return [...rows]
    .sort((a, b) => a.at - b.at)
    .find((row) => row.measured >= LEAST_MEASURED && row.precision >= precision);
}

/** Whether the figures may be taken at their word. */
export function trustOf({ calibrated, error }: CertaintyRead): "yes" | "roughly" | "not_yet" {
  if (!calibrated || error === null) return "not_yet";
  return error <= 0.05 ? "yes" : "roughly";
}
