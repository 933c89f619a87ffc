import type { BatchRead } from "@/api/gen/types.gen";

/** A reader and one of its models; null: the reader's own. */
export interface Reader {
  engine: string;
  model: string | null;
}

/** Beside the first; more are refused by the service. */
export const MOST_FURTHER = 4;

/** The readers beside the first that a batch's options name, one or a list, in their order. */
export function furtherOf({ second }: Record<string, unknown>): Reader[] {
  return (Array.isArray(second) ? second : [second]).flatMap(readerOf);
}

/** As the options keep them. */
export function asSecond(readers: readonly Reader[]): Reader | Reader[] | null {
  return readers.length > 1 ? [...readers] : (readers[0] ?? null);
}

/** The first reader of a batch, and those beside it. */
export function readersOf({ engine, model, options }: BatchRead): Reader[] {
  return [{ engine, model }, ...furtherOf(options)];
}

function readerOf(given: unknown): Reader[] {
  if (typeof given !== "object" || given === null || !("engine" in given)) return [];
  if (typeof given.engine !== "string") return [];
  return [
    { engine: given.engine, model: "model" in given && typeof given.model === "string" ? given.model : null },
  ];
}
