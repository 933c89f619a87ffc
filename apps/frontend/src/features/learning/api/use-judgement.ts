import { useMutation, useQuery } from "@tanstack/react-query";

import { listReadersOptions } from "@/api/gen/@tanstack/react-query.gen";
import { beginJudgement, previewJudgement } from "@/api/gen/sdk.gen";
import type { LearningRead, ReaderUseRead, RefieldingRead } from "@/api/gen/types.gen";

import type { Refielding } from "./use-refielding";

const FRESH = 60_000;

/** The referee over several readers: whether there is anything to judge, what it would change, and doing it. */
export function useJudgement(batchName: string, { list }: Refielding) {
  const path = { batch_name: batchName };
  const readers = useQuery({ ...listReadersOptions({ path }), staleTime: FRESH });
  const preview = useMutation({ mutationFn: () => previewJudgement({ path, throwOnError: true }) });
  const begin = useMutation({
    mutationFn: () => beginJudgement({ path, throwOnError: true }),
    onSettled: () => list.refetch(),
  });
  const judged = list.data?.items.find((one) => typeof one.taught === "number");
  return { several: namesOf(readers.data?.items ?? []).size > 1, judged, preview, begin };
}

const REFEREE = "referee";

/** Readers by name; what one of them has learned makes no other of it. */
function namesOf(uses: readonly ReaderUseRead[]): Set<string> {
  const names = uses
    .filter((use) => use.engine !== REFEREE)
    .map((use) =>
      use.engine === "local" ? use.engine : `${use.engine} ${(use.model ?? "").split("+learned-")[0]}`,
    );
  return new Set(names);
}

/** Never judged, taken back, or more cards were verified since. */
export function isDue(learning: LearningRead, judged: RefieldingRead | undefined): boolean {
  if (judged === undefined || judged.status === "taken_back" || judged.status === "failed") return true;
  return judged.status === "done" && learning.verified > (judged.taught ?? 0);
}
