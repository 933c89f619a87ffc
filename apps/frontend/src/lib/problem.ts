import type { Problem } from "@/api/gen/types.gen";

/**
 * What went wrong, in three kinds: the service answered with a problem (RFC 9457), it did not answer at
 * all, or it answered something that is not of the contract.
 */
export type Trouble =
  { kind: "problem"; problem: Problem } | { kind: "unreachable" } | { kind: "unexpected"; detail: string };

export function troubleOf(error: unknown): Trouble {
  if (isProblem(error)) return { kind: "problem", problem: error };
  // What fetch throws when there is no answer.
  if (error instanceof TypeError) return { kind: "unreachable" };
  if (error instanceof Error) return { kind: "unexpected", detail: error.message };
  return { kind: "unexpected", detail: typeof error === "string" ? error.slice(0, 300) : "" };
}

export function isProblem(value: unknown): value is Problem {
  if (typeof value !== "object" || value === null) return false;
  return (
    "detail" in value &&
    typeof value.detail === "string" &&
    "code" in value &&
    typeof value.code === "string" &&
    "status" in value &&
    typeof value.status === "number"
  );
}

/** The batch itself is gone, not only a part of it. */
export function isNoBatch(error: unknown): boolean {
  return isProblem(error) && error.code === "batch_not_found";
}

/** Worth asking again by itself: the service is away or busy, not of another opinion. */
export function isPassing(error: unknown): boolean {
  const trouble = troubleOf(error);
  return trouble.kind === "unreachable" || (trouble.kind === "problem" && trouble.problem.status === 503);
}
