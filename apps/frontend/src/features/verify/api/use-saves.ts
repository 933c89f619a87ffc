import { useQueryClient } from "@tanstack/react-query";
import { type Dispatch, useCallback, useRef, useState } from "react";

import { getBatchQueryKey, getRecordOptions } from "@/api/gen/@tanstack/react-query.gen";
import { patchRecord } from "@/api/gen/sdk.gen";
import type { RecordDetail, RecordRead } from "@/api/gen/types.gen";
import { holdPage } from "@/lib/leave-guard";
import { isProblem } from "@/lib/problem";

import { type Change, isNothing, patchOf, rebase, reversal } from "./change";
import type { WorkEvent } from "./work";

const TRIES = 4;

export interface Saves {
  /** `undoable` false: it is itself a step back. */
  send: (filename: string, change: Change, undoable?: boolean) => void;
  /** How many cards are on their way. */
  waiting: number;
}

/**
 * Saves in the background, one after the other for each card, so that each goes out with the version that the
 * last one left. A person never waits for one.
 */
export function useSaves(
  batchName: string,
  dispatch: Dispatch<WorkEvent>,
  onSaved: (record: RecordRead) => void,
): Saves {
  const client = useQueryClient();
  const chains = useRef(new Map<string, Promise<void>>());
  const [waiting, setWaiting] = useState(0);

  const attempt = useCallback(
    async (filename: string, wanted: Change, undoable: boolean) => {
      const options = getRecordOptions({ path: { batch_name: batchName, filename } });
      let change = wanted;
      let before = await client.query({ ...options, staleTime: "static" });
      for (let tries = 1; ; tries += 1) {
        // What came in meanwhile counts, whether a refusal or a fresh answer brought it.
        const { rest, clashes } = rebase(change, before);
        if (Object.keys(clashes).length > 0) dispatch({ type: "clashed", filename, clashes });
        change = rest;
        if (isNothing(change)) {
          dispatch({ type: "saved", filename, change, back: null });
          return;
        }
        try {
          const { data } = await patchRecord({
            path: { batch_name: batchName, filename },
            body: patchOf(change, before.version),
            throwOnError: true,
          });
          await client.cancelQueries({ queryKey: options.queryKey });
          client.setQueryData(options.queryKey, (old) => (old === undefined ? old : { ...old, ...data }));
          const back = undoable ? reversal(change, before, data) : null;
          dispatch({ type: "saved", filename, change, back });
          onSaved(data);
          return;
        } catch (error) {
          const now = newer(error);
          if (now === null || tries === TRIES) {
            dispatch({ type: "failed", filename, change, error });
            return;
          }
          before = { ...before, ...now };
          client.setQueryData(options.queryKey, before);
        }
      }
    },
    [batchName, client, dispatch, onSaved],
  );

  const send = useCallback(
    (filename: string, change: Change, undoable = true) => {
      if (isNothing(change)) return;
      holdPage(`saving ${batchName}`, true);
      setWaiting((count) => count + 1);
      const last = chains.current.get(filename) ?? Promise.resolve();
      const next = last
        .then(() => attempt(filename, change, undoable))
        .catch((error: unknown) => dispatch({ type: "failed", filename, change, error }))
        .finally(() => {
          if (chains.current.get(filename) === next) chains.current.delete(filename);
          if (chains.current.size === 0) holdPage(`saving ${batchName}`, false);
          setWaiting((count) => count - 1);
          void client.invalidateQueries({ queryKey: getBatchQueryKey({ path: { batch_name: batchName } }) });
        });
      chains.current.set(filename, next);
    },
    [attempt, batchName, client, dispatch],
  );
  return { send, waiting };
}

/** The record as another person left it, from the refusal. */
function newer(error: unknown): RecordDetail | null {
  if (!isProblem(error) || error.code !== "stale_version") return null;
  const { record } = error as { record?: unknown };
  return typeof record === "object" && record !== null && "data" in record ? (record as RecordDetail) : null;
}
