import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";

import { refreshBatch } from "@/api/cache";
import { changeRecords, getRecord, undoBulk } from "@/api/gen/sdk.gen";
import type { BulkChange, BulkReport } from "@/api/gen/types.gen";

import { isSame, standingOf } from "./cell-saves";
import { findRecord } from "./record-cache";
import { inverseOf, NOTHING_DONE, push, redid, type Step, undid } from "./undo-stack";
import type { useCellSaves } from "./use-cell-saves";

export interface BulkNews {
  what: "changed" | "undone" | "redone";
  report: BulkReport;
}

export type UndoNews = { kind: "cell"; field: string; filename: string } | { kind: "changed_since" };

type Told = (news: UndoNews) => void;

interface Wish {
  way: "undo" | "redo";
  told: Told;
}

export function useUndoStack() {
  const [stack, setStack] = useState(NOTHING_DONE);
  const note = useCallback((step: Step) => setStack((before) => push(before, step)), []);
  return { stack, setStack, note };
}

/** Undo and redo of single values and of changes of many; and the changes of many themselves. */
export function useUndo(
  batchName: string,
  { stack, setStack, note }: ReturnType<typeof useUndoStack>,
  stand: ReturnType<typeof useCellSaves>["stand"],
) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [news, setNews] = useState<BulkNews | null>(null);
  const [trouble, setTrouble] = useState<{ error: unknown; again: () => void } | null>(null);

  const attempt = useCallback(async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    try {
      await work();
    } catch (error) {
      setTrouble({ error, again: () => void attempt(work) });
    } finally {
      setBusy(false);
    }
  }, []);

  /** Takes a step back; the step that leads there again, or null where somebody changed the value since. */
  const takeBack = useCallback(
    async (step: Step, what: BulkNews["what"]): Promise<Step | null> => {
      if (step.kind === "bulk") {
        const path = { batch_name: batchName, bulk_id: step.id };
        const report = (await undoBulk({ path, body: {}, throwOnError: true })).data;
        setNews({ what, report });
        await refreshBatch(client, batchName);
        return report.id === null ? null : { kind: "bulk", id: report.id, count: report.changed };
      }
      const path = { batch_name: batchName, filename: step.filename };
      const record =
        findRecord(client, batchName, step.filename) ?? (await getRecord({ path, throwOnError: true })).data;
      if (!isSame(standingOf(record, step.field), step.after)) return null;
      return (await stand(record, step.field, step.before, false)) === "saved" ? inverseOf(step) : null;
    },
    [batchName, client, stand],
  );

  const wishes = useRef<Wish[]>([]);
  const go = (wish: Wish): void => {
    if (busy) {
      wishes.current.push(wish);
      return;
    }
    const back = wish.way === "undo";
    const step = (back ? stack.done : stack.undone).at(-1);
    if (step === undefined) return;
    void attempt(async () => {
      const inverse = await takeBack(step, back ? "undone" : "redone");
      setStack((before) => (back ? undid(before, inverse) : redid(before, inverse)));
      tell(step, inverse, wish.told);
    });
  };
  useEffect(() => {
    const next = busy ? undefined : wishes.current.shift();
    if (next !== undefined) go(next);
  });

  return {
    busy,
    news,
    trouble,
    dismiss: useCallback(() => {
      setNews(null);
      setTrouble(null);
    }, []),
    canUndo: stack.done.length > 0 && !busy,
    canRedo: stack.undone.length > 0 && !busy,
    /** `told` hears what was taken back. What is wished while another step is under way comes after it. */
    undo: (told: Told) => go({ way: "undo", told }),
    redo: (told: Told) => go({ way: "redo", told }),
    /** One call for all; `done` runs when the table shows it. */
    changeMany: (body: BulkChange, done: () => void) =>
      void attempt(async () => {
        const path = { batch_name: batchName };
        const report = (await changeRecords({ path, body, throwOnError: true })).data;
        if (report.id !== null) note({ kind: "bulk", id: report.id, count: report.changed });
        setNews({ what: "changed", report });
        await refreshBatch(client, batchName);
        done();
      }),
  };
}

function tell(step: Step, inverse: Step | null, told: (news: UndoNews) => void): void {
  if (step.kind === "bulk") return;
  told(
    inverse === null
      ? { kind: "changed_since" }
      : { kind: "cell", field: step.field, filename: step.filename },
  );
}
