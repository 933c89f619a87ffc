import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";

import { refreshBatch } from "@/api/cache";

import type { Sift } from "./known-files";
import { UploadQueue } from "./upload-queue";
import { sendFiles } from "./upload-request";
import type { BatchUpload } from "./upload-state";

const Uploads = createContext<UploadQueue | null>(null);

/** The figures of a batch follow its upload, but not with every request of a hundred files. */
const REFRESH = 1_000;

/** Fetched with the first drop: the first page needs none of it. */
const sift: Sift = async (...drop) => (await import("./known-files")).sift(...drop);

/** One queue for the tab. Leaving while it works asks first, for what is not sent would be lost. */
export function UploadProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [queue] = useState(() => {
    const soon = eachAtMostEvery(REFRESH, (batchName) => void refreshBatch(client, batchName));
    return new UploadQueue({ send: sendFiles, sift, onStored: soon });
  });

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (queue.isBusy()) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [queue]);

  return <Uploads value={queue}>{children}</Uploads>;
}

/** Calls at once, then at most once in so many milliseconds for each key; the last call is never lost. */
function eachAtMostEvery(milliseconds: number, call: (key: string) => void): (key: string) => void {
  const resting = new Map<string, boolean>();
  const run = (key: string) => {
    if (resting.has(key)) {
      resting.set(key, true);
      return;
    }
    resting.set(key, false);
    call(key);
    setTimeout(() => {
      const again = resting.get(key) === true;
      resting.delete(key);
      if (again) run(key);
    }, milliseconds);
  };
  return run;
}

export function useUploadQueue(): UploadQueue {
  const queue = useContext(Uploads);
  if (queue === null) throw new Error("UploadProvider is missing above");
  return queue;
}

export function useBatchUpload(batchName: string): BatchUpload {
  const queue = useUploadQueue();
  return useSyncExternalStore(queue.subscribe, () => queue.get(batchName));
}
