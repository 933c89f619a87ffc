/** What of the place stands in its address. */
export interface CertaintySearch {
  /** The wanted share of right values. */
  precision?: number | undefined;
  /** The row of the table that was chosen. */
  at?: number | undefined;
  /** The audit that is being answered. */
  audit?: number | undefined;
}

export const PRECISIONS = [0.9, 0.95, 0.98, 0.99] as const;
export const FIRST_PRECISION = 0.95;

export function readCertaintySearch(search: Record<string, unknown>): CertaintySearch {
  const { precision, at, audit } = search;
  return {
    ...(typeof precision === "number" && precision >= 0.5 && precision <= 1 ? { precision } : {}),
    ...(typeof at === "number" && at >= 0 && at <= 1 ? { at } : {}),
    ...(typeof audit === "number" && Number.isInteger(audit) && audit > 0 ? { audit } : {}),
  };
}
