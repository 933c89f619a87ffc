import { Loader } from "@mantine/core";
import { lazy } from "react";
import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import { Part } from "@/components/ui/part";

const BatchProgress = lazy(async () => ({
  default: (await import("@/features/processing/components/batch-progress")).BatchProgress,
}));
const RecordsPreview = lazy(async () => ({
  default: (await import("@/features/results/components/records-preview")).RecordsPreview,
}));

/** What stands below an open row: the run while it runs, its first records after. */
export function BatchDetail({ batch }: { batch: BatchRead }) {
  const { t } = useTranslation("batches");
  const running = batch.status === "running" || batch.status === "cancelling";
  if (!running && batch.done + batch.failed === 0) return <p>{t("nothing_read")}</p>;
  return (
    <Part loading={<Loader size="sm" aria-label={t("loading")} />}>
      {running ? <BatchProgress batch={batch} /> : <RecordsPreview batch={batch} />}
    </Part>
  );
}
