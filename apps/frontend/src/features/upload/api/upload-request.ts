import type { UploadReport } from "@/api/gen/types.gen";
import { uploadUrl } from "@/api/urls";

/** Sends files to a batch and tells how many bytes are on their way. Rejects as the generated client does. */
export type SendFiles = (
  batchName: string,
  files: readonly File[],
  onSent: (bytes: number) => void,
  signal: AbortSignal,
) => Promise<UploadReport>;

/** XMLHttpRequest, for `fetch` cannot tell how far an upload is. */
export const sendFiles: SendFiles = (batchName, files, onSent, signal) =>
  new Promise((resolve, reject) => {
    const form = new FormData();
    for (const file of files) form.append("files", file, file.name);

    const request = new XMLHttpRequest();
    request.open("POST", uploadUrl(batchName));
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () => {
      const answer = parse(request.responseText);
      if (request.status >= 200 && request.status < 300 && isReport(answer)) resolve(answer);
      else reject(rejection(answer ?? `${request.status} ${request.statusText}`));
    };
    request.onerror = () => reject(new TypeError("no answer"));
    request.onabort = () => reject(new DOMException("stopped", "AbortError"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(form);
  });

/** The problem itself, as the generated client throws it: `lib/problem` reads both. */
function rejection(answer: unknown): Error {
  return answer as Error;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.slice(0, 300);
  }
}

function isReport(answer: unknown): answer is UploadReport {
  return (
    typeof answer === "object" &&
    answer !== null &&
    "stored" in answer &&
    Array.isArray(answer.stored) &&
    "skipped" in answer &&
    Array.isArray(answer.skipped) &&
    "rejected" in answer &&
    Array.isArray(answer.rejected)
  );
}
