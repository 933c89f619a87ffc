import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import { useFormats } from "@/lib/format";

import classes from "./batch-row.module.css";

/** Why it stands still, or how many cards failed: what a person must know to choose the next step. */
export function BatchReason({ batch }: { batch: BatchRead }) {
  const { t } = useTranslation("batches");
  const formats = useFormats();
  const failed =
    batch.failed > 0 ? t("failed_cards", { count: batch.failed, n: formats.number(batch.failed) }) : null;
  if (batch.status === "paused" && batch.reason !== null) {
    return (
      <p className={classes.reason} data-tone="mid" lang="en">
        {batch.reason}
      </p>
    );
  }
  if (batch.status === "interrupted") {
    return (
      <p className={classes.reason} data-tone="mid">
        {t("interrupted", { count: batch.pending, n: formats.number(batch.pending) })} {failed}
      </p>
    );
  }
  if (failed === null) return null;
  return (
    <p className={classes.reason} data-tone="low">
      {failed}
    </p>
  );
}
