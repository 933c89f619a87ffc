import type { BatchUpload } from "./upload-queue";

export interface UploadTotals {
  files: number;
  filesDone: number;
  bytes: number;
  sent: number;
  failed: number;
  busy: boolean;
}

export function totalsOf({ groups }: BatchUpload): UploadTotals {
  const totals: UploadTotals = { files: 0, filesDone: 0, bytes: 0, sent: 0, failed: 0, busy: false };
  for (const group of groups) {
    totals.files += group.count;
    totals.bytes += group.bytes;
    totals.sent += group.sent;
    switch (group.state) {
      case "done":
        totals.filesDone += group.count;
        break;
      case "failed":
        totals.failed += group.count;
        break;
      case "waiting":
      case "sending":
        totals.busy = true;
        break;
      default:
        group.state satisfies never;
    }
  }
  return totals;
}
