import type { RecordRead } from "@/api/gen/types.gen";
import { isPassing } from "@/lib/problem";

import type { Change, Standing } from "./undo-stack";

/** A value on its way to the service, or one that did not arrive. Nothing typed is lost: it stays here. */
export interface CellSave {
  filename: string;
  field: string;
  /** What the person wants to stand here. */
  wanted: Standing;
  /** What stood here when it was typed. */
  base: Standing;
  change: Change;
  state: "saving" | "failed" | "conflict";
  error?: unknown;
  /** The service was away: it goes out again by itself when there is an answer. */
  passing?: boolean;
  /** What a colleague saved first. */
  theirs?: Standing;
}

export type CellSaves = ReadonlyMap<string, CellSave>;
export const NO_SAVES: CellSaves = new Map();

export function cellKey(filename: string, field: string): string {
  return `${filename}\n${field}`;
}

export type SaveEvent =
  | { type: "begun"; save: CellSave }
  | { type: "arrived"; key: string; save: CellSave }
  | { type: "failed"; key: string; save: CellSave; error: unknown }
  | { type: "conflict"; key: string; save: CellSave; theirs: Standing }
  | { type: "dropped"; key: string };

/** A newer value of the same cell takes the place of an older one; what the older one hears is no news then. */
export function savesAfter(saves: CellSaves, event: SaveEvent): CellSaves {
  const next = new Map(saves);
  switch (event.type) {
    case "begun":
      next.set(cellKey(event.save.filename, event.save.field), event.save);
      return next;
    case "dropped":
      next.delete(event.key);
      return next;
    case "arrived":
    case "failed":
    case "conflict": {
      const current = saves.get(event.key);
      if (current?.change !== event.save.change) return saves;
      if (event.type === "arrived") next.delete(event.key);
      else if (event.type === "failed") {
        const { error } = event;
        next.set(event.key, { ...current, state: "failed", error, passing: isPassing(error) });
      } else next.set(event.key, { ...current, state: "conflict", theirs: event.theirs });
      return next;
    }
    default:
      return event satisfies never;
  }
}

export function standingOf(record: RecordRead, field: string): Standing {
  return { verdict: record.review[field] ?? null, value: record.data[field] ?? null };
}

export function isSame(one: Standing, other: Standing): boolean {
  return one.value === other.value && one.verdict === other.verdict;
}

/** What stands in a cell after `typed` is saved: typing what the machine read accepts it. */
export function standingAfter(record: RecordRead, field: string, typed: string): Standing {
  const value = typed.trim() === "" ? null : typed.trim();
  return { value, verdict: value === (record.extracted[field] ?? null) ? "accepted" : "corrected" };
}
