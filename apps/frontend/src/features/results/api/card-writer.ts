import type { RecordPatch, RecordRead } from "@/api/gen/types.gen";
import { isProblem } from "@/lib/problem";

import { isSame, standingOf } from "./cell-saves";
import type { Change, Standing } from "./undo-stack";

export type Outcome =
  | { kind: "saved"; record: RecordRead }
  | { kind: "conflict"; record: RecordRead }
  | { kind: "failed"; error: unknown };

export type Send = (filename: string, patch: RecordPatch) => Promise<RecordRead>;

const TURNS = 4;

/**
 * Saves values of cards, one after the other for each card, so that two quick edits of one card do not meet.
 * A card that changed elsewhere is no conflict as long as this field is as it was.
 */
export class CardWriter {
  private readonly waiting = new Map<string, Promise<unknown>>();
  private readonly saved = new Map<string, RecordRead>();

  private readonly send: Send;

  constructor(send: Send) {
    this.send = send;
  }

  write(record: RecordRead, field: string, base: Standing, change: Change): Promise<Outcome> {
    const { filename } = record;
    const before = this.waiting.get(filename) ?? Promise.resolve();
    const turn = before.then(() => this.attempt(record, field, base, change));
    this.waiting.set(filename, turn);
    void turn.then(() => {
      if (this.waiting.get(filename) === turn) this.waiting.delete(filename);
    });
    return turn;
  }

  /** Versions of the cards that were saved here. */
  seen(): Record<string, number> {
    return Object.fromEntries([...this.saved].map(([filename, { version }]) => [filename, version]));
  }

  private async attempt(record: RecordRead, field: string, base: Standing, change: Change): Promise<Outcome> {
    const { filename } = record;
    const known = this.saved.get(filename);
    let version = record.version;
    if (known !== undefined && known.version > version) {
      // Saved here meanwhile, perhaps over a colleague's change of this field that was not seen when it was typed.
      if (!isSame(standingOf(known, field), base)) return { kind: "conflict", record: known };
      version = known.version;
    }
    for (let turn = 0; ; turn += 1) {
      try {
        const saved = await this.send(filename, { version, ...change });
        this.saved.set(filename, saved);
        return { kind: "saved", record: saved };
      } catch (error) {
        const theirs = staleRecord(error);
        if (theirs === null) return { kind: "failed", error };
        if (turn >= TURNS || !isSame(standingOf(theirs, field), base)) {
          return { kind: "conflict", record: theirs };
        }
        version = theirs.version;
      }
    }
  }
}

/** The record as a colleague left it, where that is why the service refused. */
function staleRecord(error: unknown): RecordRead | null {
  if (!isProblem(error) || error.code !== "stale_version") return null;
  const { record } = error as unknown as { record?: unknown };
  return typeof record === "object" && record !== null ? (record as RecordRead) : null;
}
