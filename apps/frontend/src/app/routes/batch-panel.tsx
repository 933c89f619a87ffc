import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { getBatchOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { BatchRead } from "@/api/gen/types.gen";
import { ProblemNote } from "@/components/ui/problem-note";
import { SidePanel } from "@/components/ui/side-panel";
import type { Chosen } from "@/features/upload/api/dropped-files";
import { NewBatchForm } from "@/features/upload/components/new-batch-form";
import { UploadPanel } from "@/features/upload/components/upload-panel";

interface BatchPanelProps {
  /** Not given: a new batch. */
  batchName: string | undefined;
  first: Chosen | null;
  onCreated: (batch: BatchRead) => void;
  onStarted: (batchName: string) => void;
  onClose: () => void;
}

/** Takes scans in, beside the list: first what they are, then the files themselves. Closing it stops no upload. */
export function BatchPanel({ batchName, first, onCreated, onStarted, onClose }: BatchPanelProps) {
  const { t } = useTranslation("upload");
  return (
    <SidePanel
      title={batchName === undefined ? t("panel.new") : t("panel.images")}
      onClose={onClose}
      focusBack={batchName === undefined ? "main" : `more-${batchName}`}
    >
      {batchName === undefined ? (
        <NewBatchForm first={first} onCreated={onCreated} />
      ) : (
        <Images batchName={batchName} onStarted={() => onStarted(batchName)} />
      )}
    </SidePanel>
  );
}

function Images({ batchName, onStarted }: { batchName: string; onStarted: () => void }) {
  const { t } = useTranslation("upload");
  const batch = useQuery(getBatchOptions({ path: { batch_name: batchName } }));
  if (batch.isPending) return <Loader size="sm" aria-label={t("panel.loading")} />;
  if (batch.data === undefined) {
    return <ProblemNote error={batch.error} what={t("panel.failed")} retry={() => batch.refetch()} />;
  }
  return <UploadPanel batch={batch.data} onStarted={onStarted} />;
}
