/** Causes of failure for which we know a remedy; the service's list is open, so others may come. */
const CAUSES = [
  "blank",
  "no_text",
  "undecodable",
  "missing_file",
  "timeout",
  "crash",
  "engine_busy",
  "engine_error",
  "unreadable",
] as const;

export type Cause = (typeof CAUSES)[number] | "other";

export function causeOf(code: string): Cause {
  return CAUSES.find((cause) => cause === code) ?? "other";
}
