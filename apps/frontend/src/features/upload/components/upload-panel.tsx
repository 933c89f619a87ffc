import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { refreshBatch } from "@/api/cache";
import { startBatch } from "@/api/gen/sdk.gen";
import type { BatchRead } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

import { totalsOf } from "../api/upload-state";
import { useBatchUpload, useUploadQueue } from "../api/use-uploads";

import { DropZone } from "./drop-zone";
import { RefusedFiles } from "./refused-files";
import { UploadGroups } from "./upload-groups";
import classes from "./upload-panel.module.css";

interface UploadPanelProps {
  batch: BatchRead;
  onStarted: () => void;
}

/** Files on their way into a batch, what became of each, and the next step. */
export function UploadPanel({ batch, onStarted }: UploadPanelProps) {
  const { t } = useTranslation("upload");
  const formats = useFormats();
  const queue = useUploadQueue();
  const upload = useBatchUpload(batch.name);
  const client = useQueryClient();
  const start = useMutation({
    mutationFn: () => startBatch({ path: { batch_name: batch.name }, throwOnError: true }),
    onSuccess: onStarted,
    onSettled: () => refreshBatch(client, batch.name),
  });
  const { busy } = totalsOf(upload);
  const running = batch.status === "running" || batch.status === "cancelling";

  return (
    <div className={classes.panel}>
      <p className={classes.batch}>{batch.title}</p>
      <DropZone disabled={running} onFiles={({ files }) => queue.add(batch.name, files)} />
      {running && <p className={classes.note}>{t("panel.running")}</p>}
      {upload.groups.length > 0 && <UploadGroups upload={upload} onRetry={() => queue.retry(batch.name)} />}
      <RefusedFiles kind="rejected" files={upload.rejected} />
      <RefusedFiles kind="skipped" files={upload.skipped} />
      {start.isError && <ProblemNote error={start.error} what={t("panel.start_failed")} />}
      <div className={classes.foot}>
        <p className={classes.total}>
          {t("panel.total", { count: batch.total, n: formats.number(batch.total) })}
        </p>
        <Button
          size="sm"
          fz="md"
          leftSection={<Icon name="play" />}
          disabled={busy || running || batch.pending === 0}
          loading={start.isPending}
          onClick={() => start.mutate()}
        >
          {t("panel.read")}
        </Button>
      </div>
      {busy && <p className={classes.note}>{t("panel.wait")}</p>}
    </div>
  );
}
