import { client } from "./gen/client.gen";
import type { ExportBatchData } from "./gen/types.gen";

export type ExportFormat = ExportBatchData["query"]["format"];

export const EXPORT_FORMATS: readonly ExportFormat[] = ["csv", "xlsx", "json"];

/** A plain link: the browser streams it to disk, and a broken export never leaves half a file. */
export function exportUrl(
  batchName: string,
  format: ExportFormat,
  which: Omit<ExportBatchData["query"], "format"> = {},
): string {
  return client.buildUrl<ExportBatchData>({
    url: "/api/v1/batches/{batch_name}/export",
    path: { batch_name: batchName },
    query: { ...which, format },
  });
}

export function uploadUrl(batchName: string): string {
  return client.buildUrl({
    url: "/api/v1/batches/{batch_name}/images",
    path: { batch_name: batchName },
  });
}

/** Our own small picture of a card, 320 px on the long side. */
export function thumbUrl(batchName: string, filename: string): string {
  const stem = filename.replace(/\.[^.]+$/, "");
  return `/batches-static/${encodeURIComponent(batchName)}/_thumbs/${encodeURIComponent(stem)}.webp`;
}

export function eventsUrl(batchName: string): string {
  const { protocol, host } = window.location;
  const scheme = protocol === "https:" ? "wss:" : "ws:";
  return `${scheme}//${host}/api/v1/ws/task/${encodeURIComponent(batchName)}`;
}
