import type { Verdict } from "@/api/gen/types.gen";

/** What stood in a cell: a person's verdict with its value, or the machine's word. */
export interface Standing {
  verdict: Verdict | null;
  value: string | null;
}

export type Step =
  | { kind: "cell"; filename: string; field: string; before: Standing; after: Standing }
  /** `id` undoes it, in either direction. */
  | { kind: "bulk"; id: string; count: number };

export interface UndoStack {
  done: readonly Step[];
  undone: readonly Step[];
}

export const NOTHING_DONE: UndoStack = { done: [], undone: [] };
const DEPTH = 200;

/** Something was done: what had been undone is out of reach. */
export function push(stack: UndoStack, step: Step): UndoStack {
  return { done: [...stack.done, step].slice(-DEPTH), undone: [] };
}

/** The last step was undone; `inverse` leads back to it. Null: it could not be undone and is forgotten. */
export function undid(stack: UndoStack, inverse: Step | null): UndoStack {
  return {
    done: stack.done.slice(0, -1),
    undone: inverse === null ? stack.undone : [...stack.undone, inverse],
  };
}

export function redid(stack: UndoStack, inverse: Step | null): UndoStack {
  return {
    done: inverse === null ? stack.done : [...stack.done, inverse],
    undone: stack.undone.slice(0, -1),
  };
}

/** The step that takes a step back. A step of many gets a new id from the service. */
export function inverseOf(step: Extract<Step, { kind: "cell" }>): Extract<Step, { kind: "cell" }> {
  return { ...step, before: step.after, after: step.before };
}

export interface Change {
  set?: Record<string, string | null>;
  accept?: string[];
  reject?: string[];
  clear?: string[];
}

/** What to send so that a cell stands like this. */
export function changeTo(field: string, standing: Standing): Change {
  switch (standing.verdict) {
    case null:
      return { clear: [field] };
    case "rejected":
      return { reject: [field] };
    case "accepted":
    case "corrected":
      return { set: { [field]: standing.value } };
    default:
      return standing.verdict satisfies never;
  }
}
