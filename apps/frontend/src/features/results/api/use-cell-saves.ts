import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useReducer, useState } from "react";

import { patchRecord } from "@/api/gen/sdk.gen";
import type { RecordRead } from "@/api/gen/types.gen";

import { CardWriter, type Outcome } from "./card-writer";
import {
  cellKey,
  type CellSave,
  isSame,
  NO_SAVES,
  savesAfter,
  standingAfter,
  standingOf,
} from "./cell-saves";
import { findRecord, refreshCounts, showRecord } from "./record-cache";
import { changeTo, type Standing, type Step } from "./undo-stack";

/** Saves values at once and keeps what could not be saved. `onStep` hears of each change that arrived. */
export function useCellSaves(batchName: string, onStep: (step: Step) => void) {
  const client = useQueryClient();
  const [saves, dispatch] = useReducer(savesAfter, NO_SAVES);
  const [writer] = useState(
    () =>
      new CardWriter(async (filename, body) => {
        const path = { batch_name: batchName, filename };
        return (await patchRecord({ path, body, throwOnError: true })).data;
      }),
  );

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
      if (outcome.kind === "saved") dispatch({ type: "arrived", key, save });
      else dispatch({ type: "conflict", key, save, theirs: standingOf(outcome.record, save.field) });
      return outcome;
    },
    [batchName, client, writer],
  );

  /** Lets a cell stand like `wanted`; `noted`: it can be undone. */
  const stand = useCallback(
    async (record: RecordRead, field: string, wanted: Standing, noted = true): Promise<Outcome["kind"]> => {
      const { filename } = record;
      const base = baseOf(saves.get(cellKey(filename, field)), standingOf(record, field));
      const change = changeTo(field, wanted);
      const outcome = await put(record, { filename, field, wanted, base, change, state: "saving" });
      if (outcome.kind === "saved" && noted) {
        const after = standingOf(outcome.record, field);
        if (!isSame(base, after)) onStep({ kind: "cell", filename, field, before: base, after });
      }
      return outcome.kind;
    },
    [onStep, put, saves],
  );

  const again = useCallback(
    (save: CellSave) => {
      const record = findRecord(client, batchName, save.filename);
      if (record === undefined) return;
      const base = save.theirs ?? save.base;
      void put(record, { ...save, base, change: { ...save.change }, state: "saving" }).then((outcome) => {
        if (outcome.kind !== "saved") return;
        const after = standingOf(outcome.record, save.field);
        onStep({ kind: "cell", filename: save.filename, field: save.field, before: base, after });
      });
    },
    [batchName, client, onStep, put],
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
    again,
    drop: useCallback((save: CellSave) => {
      dispatch({ type: "dropped", key: cellKey(save.filename, save.field) });
    }, []),
    seen: useCallback(() => writer.seen(), [writer]),
  };
}

/** What will stand in the cell when it is our turn. */
function baseOf(pending: CellSave | undefined, shown: Standing): Standing {
  if (pending === undefined) return shown;
  return pending.state === "saving" ? pending.wanted : (pending.theirs ?? pending.base);
}
