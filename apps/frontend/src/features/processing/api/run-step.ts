import type { BatchRead } from "@/api/gen/types.gen";

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

/** Cards for the first reader, or for the one beside it; also where that was stopped before its cards were chosen. */
function isAnythingLeft({ pending, pass, status, options }: BatchRead): boolean {
  const second = options.second !== undefined && options.second !== null;
  return (
    pending > 0 || (pass ?? null) !== null || (second && (status === "interrupted" || status === "cancelled"))
  );
}
