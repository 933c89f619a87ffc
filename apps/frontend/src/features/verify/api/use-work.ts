import { useCallback, useEffect, useReducer, useRef, useState } from "react";

import type { RecordRead } from "@/api/gen/types.gen";
import { holdPage } from "@/lib/leave-guard";

import { type Change, joined } from "./change";
import { leftoversOf } from "./leftovers";
import { cardsPerHour, finishedAt, type Pace } from "./pace";
import { useSaves } from "./use-saves";
import { isDrafted, keepDrafts, keptDrafts, UNTOUCHED, workReducer } from "./work";

/** What a person has typed and said, across all cards of the batch: kept, saved, taken back. */
export function useWork(batchName: string, onSaved: (record: RecordRead) => void, gone: boolean) {
  const [work, dispatch] = useReducer(workReducer, batchName, keptDrafts);
  const [pace, setPace] = useState<Pace>([]);
  useEffect(() => keepDrafts(batchName, work), [batchName, work]);

  const saved = useCallback(
    (record: RecordRead) => {
      if (Object.keys(record.review).length >= Object.keys(record.data).length)
        setPace((before) => finishedAt(before, Date.now()));
      onSaved(record);
    },
    [onSaved],
  );
  const { send, waiting } = useSaves(batchName, dispatch, saved);

  /** A change that failed before goes along, so that nothing is left behind. */
  const save = (filename: string, change: Change) => {
    const failed = work.cards[filename]?.failed;
    if (failed) dispatch({ type: "retried", filename });
    send(filename, failed ? joined(failed.change, change) : change);
  };
  const retry = (filename: string) => {
    const failed = work.cards[filename]?.failed;
    if (!failed) return;
    dispatch({ type: "retried", filename });
    send(filename, failed.change);
  };
  /** The last step back; tells to which card and field it belongs. */
  const undo = (): { filename: string; field: string | undefined } | null => {
    const step = work.steps.at(-1);
    if (step === undefined) return null;
    dispatch({ type: "undone" });
    if (step.kind === "saved") send(step.filename, step.back, false);
    return {
      filename: step.filename,
      field: step.kind === "typed" ? step.field : Object.keys(step.back.seen)[0],
    };
  };
  const troubled = Object.entries(work.cards)
    .filter(([, card]) => card.failed !== null || Object.keys(card.clashes).length > 0)
    .map(([filename]) => filename);
  const unsaved = Object.entries(work.cards)
    .filter(([name, card]) => troubled.includes(name) || isDrafted(card))
    .map(([name]) => name);
  useHeldPage(`verify ${batchName}`, unsaved.length > 0, waiting > 0 || gone);

  return {
    of: (filename: string) => work.cards[filename] ?? UNTOUCHED,
    dispatch,
    save,
    retry,
    undo,
    canUndo: work.steps.length > 0,
    waiting,
    troubled,
    /** Cards with something that the service does not have. */
    unsaved: new Set(unsaved),
    leftovers: () => leftoversOf(work.cards),
    perHour: cardsPerHour(pace),
  };
}

/**
 * What was typed is kept for as long as the tab is open and no longer, so it holds the page beyond this place. What
 * is on its way when a person leaves holds it by itself, and nobody would hear here that it arrived; what cannot be
 * saved any more need not hold it either.
 */
function useHeldPage(holder: string, holds: boolean, endsHere: boolean): void {
  const underWay = useRef(endsHere);
  useEffect(() => {
    underWay.current = endsHere;
    holdPage(holder, holds);
  }, [holder, holds, endsHere]);
  useEffect(
    () => () => {
      if (underWay.current) holdPage(holder, false);
    },
    [holder],
  );
}

export type WorkDesk = ReturnType<typeof useWork>;
