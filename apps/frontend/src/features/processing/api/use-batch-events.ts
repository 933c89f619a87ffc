import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";

import { refreshBatch, showCounts } from "@/api/cache";
import { eventsUrl } from "@/api/urls";

import { BatchStream, type LiveRun, type Socket } from "./batch-stream";

/** A batch's run as it happens. Its figures go to all that is on screen; at the end REST is asked again. */
export function useBatchEvents(batchName: string): LiveRun {
  const client = useQueryClient();
  const stream = useMemo(
    () => new BatchStream({ open: () => openSocket(eventsUrl(batchName)) }),
    [batchName],
  );
  const run = useSyncExternalStore(stream.subscribe, stream.get);

  useEffect(() => {
    if (run.counts === null) return;
    const { status, total, pending, done, failed, pass } = run.counts;
    showCounts(client, batchName, { status, total, pending, done, failed, pass: pass ?? null });
    const over = run.finished || (status !== "running" && status !== "cancelling");
    if (over) void refreshBatch(client, batchName);
  }, [client, batchName, run.counts, run.finished]);

  return run;
}

function openSocket(url: string): Socket {
  return new WebSocket(url) as Socket;
}
