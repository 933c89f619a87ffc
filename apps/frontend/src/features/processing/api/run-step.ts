import type { BatchRead } from "@/api/gen/types.gen";
import { furtherOf } from "@/lib/readers";

export type RunStep = "start" | "resume" | "rest";

/** What the button says that sets a standing batch going; null where nothing waits or something is missing. */
export function runStep(batch: BatchRead): RunStep | null {
  if (batch.total === 0 || batch.fields.length === 0 || !isAnythingLeft(batch)) return null;
  switch (batch.status) {
    case "draft":
      return "start";
    case "cancelled":
    case "paused":
    case "interrupted":
      return "resume";
    case "completed":
      return "rest";
    case "running":
    case "cancelling":
      return null;
    default:
      return batch.status satisfies never;
  }
}

/** Cards for the first reader, or for those beside it; also where that was stopped before its cards were chosen. */
function isAnythingLeft({ pending, pass, status, options }: BatchRead): boolean {
  const further = furtherOf(options).length > 0;
  return (
    pending > 0 ||
    (pass ?? null) !== null ||
    (further && (status === "interrupted" || status === "cancelled"))
  );
}
