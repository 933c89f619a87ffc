import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

import { refreshBatch } from "@/api/cache";
import { listRefieldingsOptions } from "@/api/gen/@tanstack/react-query.gen";
import { beginRefielding, previewRefielding, takeBackRefielding } from "@/api/gen/sdk.gen";
import type { LearningRead, RefieldingRead } from "@/api/gen/types.gen";

const RUNNING_MS = 1_000;
const RUNNING = "running";

/**
 * Fielding the rest again with what was learned: all that was done so far, the newest first, and what can be done.
 * `onChanged`: the cards show other values now.
 */
export function useRefielding(batchName: string, onChanged: () => void) {
  const client = useQueryClient();
  const path = { batch_name: batchName };
  const list = useQuery({
    ...listRefieldingsOptions({ path }),
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.status === RUNNING) === true ? RUNNING_MS : false,
  });
  const askAgain = () => list.refetch();
  const begin = useMutation({
    mutationFn: () => beginRefielding({ path, throwOnError: true }),
    onSettled: askAgain,
  });
  const takeBack = useMutation({
    mutationFn: (id: number) =>
      takeBackRefielding({ path: { ...path, refielding_id: id }, throwOnError: true }),
    onSettled: askAgain,
  });
  const preview = useMutation({ mutationFn: () => previewRefielding({ path, throwOnError: true }) });

  // What the cards show has changed, as soon as it is done or taken back.
  const newest = list.data?.items[0];
  // Null: not known yet.
  const state = list.data === undefined ? null : newest === undefined ? "" : `${newest.id} ${newest.status}`;
  const before = useRef(state);
  const tell = useRef(onChanged);
  useEffect(() => {
    tell.current = onChanged;
  });
  useEffect(() => {
    const known = before.current;
    before.current = state;
    if (known === null || known === state || state?.endsWith(RUNNING) === true) return;
    tell.current();
    void refreshBatch(client, batchName);
    void client.invalidateQueries({
      queryKey: [{ _id: "getRecord" }],
      predicate: ({ queryKey: [key] }) => isOf(key, batchName),
    });
  }, [state, client, batchName]);

  return { list, newest, begin, takeBack, preview };
}

export type Refielding = ReturnType<typeof useRefielding>;

function isOf(key: unknown, batchName: string): boolean {
  if (typeof key !== "object" || key === null || !("path" in key)) return false;
  const { path } = key;
  return typeof path === "object" && path !== null && "batch_name" in path && path.batch_name === batchName;
}

/** Something newer was learned than what the other cards show. */
export function isUnused(learning: LearningRead, newest: RefieldingRead | undefined): boolean {
  if (learning.model === null) return false;
  // The referee has the built-in reader among its own.
  if (typeof newest?.taught === "number" && newest.status === "done") return false;
  if (newest === undefined || newest.status === "taken_back" || newest.status === "failed") return true;
  return newest.version < learning.model.version;
}
