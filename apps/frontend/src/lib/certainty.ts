/** How sure a value is, as the signs say it. A person's verdict goes before a machine's figure. */
export type Certainty =
  "verified" | "corrected" | "rejected" | "sure" | "check" | "doubtful" | "blank" | "maybe_blank";

/** Until calibration sets them per field. */
export const SURE = 0.9;
export const CHECK = 0.72;

export interface Judged {
  value: string | null | undefined;
  confidence: number | null | undefined;
  verdict: string | null | undefined;
}

export function certaintyOf({ value, confidence, verdict }: Judged): Certainty {
  if (verdict === "accepted") return "verified";
  if (verdict === "corrected" || verdict === "rejected") return verdict;
  const sure = confidence ?? 0;
  if (value === null || value === undefined || value === "") return sure >= SURE ? "blank" : "maybe_blank";
  if (sure >= SURE) return "sure";
  return sure >= CHECK ? "check" : "doubtful";
}
