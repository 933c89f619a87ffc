import type { BatchRead } from "@/api/gen/types.gen";

/** A reader and one of its models; null: the reader's own. */
export interface Reader {
  engine: string;
  model: string | null;
}

/** The second reader that a batch's options name. */
export function secondOf({ second }: Record<string, unknown>): Reader | null {
  if (typeof second !== "object" || second === null || !("engine" in second)) return null;
  if (typeof second.engine !== "string") return null;
  const model = "model" in second && typeof second.model === "string" ? second.model : null;
  return { engine: second.engine, model };
}

/** The first reader of a batch, and the second one if there is one. */
export function readersOf({ engine, model, options }: BatchRead): Reader[] {
  const second = secondOf(options);
  return [{ engine, model }, ...(second === null ? [] : [second])];
}
