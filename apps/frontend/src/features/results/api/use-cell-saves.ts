import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";

import { getRecord } from "@/api/gen/sdk.gen";
import type { RecordRead } from "@/api/gen/types.gen";

import type { Outcome } from "./card-writer";
import { cellKey, type CellSave, isSame, standingAfter, standingOf } from "./cell-saves";
import { findRecord, refreshCounts, showRecord } from "./record-cache";
import { shelfOf } from "./save-shelf";
import { changeTo, type Standing, type Step } from "./undo-stack";
import { useAnswers } from "./use-answers";

/** Saves values at once and keeps what could not be saved. `onStep` hears of each change that arrived. */
export function useCellSaves(batchName: string, onStep: (step: Step) => void) {
  const client = useQueryClient();
  const shelf = shelfOf(client, batchName);
  const saves = useSyncExternalStore(shelf.subscribe, shelf.current);
  const { dispatch, writer } = shelf;

  const put = useCallback(
    async (record: RecordRead, save: CellSave): Promise<Outcome> => {
      const key = cellKey(save.filename, save.field);
      dispatch({ type: "begun", save });
      const outcome = await writer.write(record, save.field, save.base, save.change);
      if (outcome.kind === "failed") {
        dispatch({ type: "failed", key, save, error: outcome.error });
        return outcome;
      }
      showRecord(client, batchName, outcome.record);
      refreshCounts(client, batchName);
      const stands = standingOf(outcome.record, save.field);
      // An earlier answer may have been lost on its way, and not the value.
      if (outcome.kind === "saved" || isSame(stands, save.wanted)) dispatch({ type: "arrived", key, save });
      else dispatch({ type: "conflict", key, save, theirs: stands });
      return outcome;
    },
    [batchName, client, dispatch, writer],
  );

  /** Lets a cell stand like `wanted`; `noted`: it can be undone. */
  const stand = useCallback(
    async (record: RecordRead, field: string, wanted: Standing, noted = true): Promise<Outcome["kind"]> => {
      const { filename } = record;
      const base = baseOf(shelf.current().get(cellKey(filename, field)), standingOf(record, field));
      const change = changeTo(field, wanted);
      const outcome = await put(record, { filename, field, wanted, base, change, state: "saving" });
      if (outcome.kind === "saved" && noted) {
        const after = standingOf(outcome.record, field);
        if (!isSame(base, after)) onStep({ kind: "cell", filename, field, before: base, after });
      }
      return outcome.kind;
    },
    [onStep, put, shelf],
  );

  const again = useCallback(
    async (before: CellSave): Promise<void> => {
      const { filename, field, wanted } = before;
      const base = before.theirs ?? before.base;
      const save: CellSave = { ...before, base, change: { ...before.change }, state: "saving" };
      const key = cellKey(filename, field);
      dispatch({ type: "begun", save });
      try {
        const record = findRecord(client, batchName, filename) ?? (await recordOf(batchName, filename));
        const stands = standingOf(record, field);
        // The answer was lost, not the value; or somebody wrote here while nobody looked.
        if (isSame(stands, wanted)) dispatch({ type: "arrived", key, save });
        else if (!isSame(stands, base)) dispatch({ type: "conflict", key, save, theirs: stands });
        else {
          const outcome = await put(record, save);
          if (outcome.kind !== "saved") return;
          const after = standingOf(outcome.record, field);
          onStep({ kind: "cell", filename, field, before: base, after });
        }
      } catch (error) {
        dispatch({ type: "failed", key, save, error });
      }
    },
    [batchName, client, dispatch, onStep, put],
  );

  useAnswers(
    useCallback(() => {
      for (const save of shelf.current().values()) {
        if (save.state === "failed" && save.passing === true) void again(save);
      }
    }, [again, shelf]),
  );

  return {
    saves,
    stand,
    type: useCallback(
      (record: RecordRead, field: string, typed: string) => {
        const wanted = standingAfter(record, field, typed);
        const pending = saves.get(cellKey(record.filename, field));
        const shown = pending?.state === "saving" ? pending.wanted : standingOf(record, field);
        const troubled = pending !== undefined && pending.state !== "saving";
        if (troubled || wanted.value !== shown.value) void stand(record, field, wanted);
      },
      [saves, stand],
    ),
    /** Once more; over what a colleague saved, where that was the trouble. */
    again: useCallback((save: CellSave) => void again(save), [again]),
    drop: useCallback(
      (save: CellSave) => dispatch({ type: "dropped", key: cellKey(save.filename, save.field) }),
      [dispatch],
    ),
    seen: useCallback(() => writer.seen(), [writer]),
  };
}

async function recordOf(batchName: string, filename: string): Promise<RecordRead> {
  return (await getRecord({ path: { batch_name: batchName, filename }, throwOnError: true })).data;
}

/** What will stand in the cell when it is our turn. */
function baseOf(pending: CellSave | undefined, shown: Standing): Standing {
  if (pending === undefined) return shown;
  return pending.state === "saving" ? pending.wanted : (pending.theirs ?? pending.base);
}
