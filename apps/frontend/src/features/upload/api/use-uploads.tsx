import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";

import { refreshBatch } from "@/api/cache";

import { type BatchUpload, UploadQueue } from "./upload-queue";
import { sendFiles } from "./upload-request";

const Uploads = createContext<UploadQueue | null>(null);

/** One queue for the tab. Leaving while it works asks first, for what is not sent would be lost. */
export function UploadProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [queue] = useState(
    () => new UploadQueue(sendFiles, (batchName) => void refreshBatch(client, batchName)),
  );

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (queue.isBusy()) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [queue]);

  return <Uploads value={queue}>{children}</Uploads>;
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
