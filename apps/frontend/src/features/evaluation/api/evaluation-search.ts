/** What of the place stands in its address. */
export interface EvaluationSearch {
  /** The run that is shown; without one the newest. */
  run?: number | undefined;
  /** The run it is compared with. */
  base?: number | undefined;
}

export function readEvaluationSearch(search: Record<string, unknown>): EvaluationSearch {
  const { run, base } = search;
  return { ...(isId(run) ? { run } : {}), ...(isId(base) ? { base } : {}) };
}

function isId(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0;
}
