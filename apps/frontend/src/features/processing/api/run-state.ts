import type { BatchEvent, FinishedCard, FinishedEvent } from "@/api/gen/types.gen";

export type RunCounts = Pick<
  FinishedEvent,
  "status" | "total" | "pending" | "done" | "failed" | "rate" | "eta" | "pass"
>;

/** What the socket told of a run so far. */
export interface RunState {
  counts: RunCounts | null;
  /** Last finished cards, newest first. */
  recent: readonly FinishedCard[];
  finished: boolean;
  seq: number;
}

export const RECENT = 30;
export const NOTHING_YET: RunState = { counts: null, recent: [], finished: false, seq: -1 };

/**
 * Takes one event in. A snapshot counts always: it heals whatever was missed, and after a restart of the
 * service the numbering begins anew. Anything else that is older than what we know is ignored.
 */
export function takeIn(state: RunState, event: BatchEvent): RunState {
  switch (event.type) {
    case "snapshot":
      return { ...state, counts: countsOf(event), seq: event.seq, finished: false };
    case "progress":
      if (event.seq <= state.seq) return state;
      return {
        counts: countsOf(event),
        recent: [...event.cards.toReversed(), ...state.recent].slice(0, RECENT),
        finished: false,
        seq: event.seq,
      };
    case "finished":
      if (event.seq <= state.seq) return state;
      return { ...state, counts: countsOf(event), seq: event.seq, finished: true };
    default:
      return event satisfies never;
  }
}

function countsOf({ status, total, pending, done, failed, rate, eta, pass }: BatchEvent): RunCounts {
  return { status, total, pending, done, failed, rate, eta, pass: pass ?? null };
}

/** A message as it came; null where it is not one of ours. */
export function parseEvent(data: unknown): BatchEvent | null {
  if (typeof data !== "string") return null;
  try {
    const message: unknown = JSON.parse(data);
    return isEvent(message) ? message : null;
  } catch {
    return null;
  }
}

function isEvent(message: unknown): message is BatchEvent {
  if (typeof message !== "object" || message === null || !("type" in message) || !("seq" in message))
    return false;
  if (typeof message.seq !== "number") return false;
  switch (message.type) {
    case "snapshot":
    case "finished":
      return true;
    case "progress":
      return "cards" in message && Array.isArray(message.cards);
    default:
      return false;
  }
}
