import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import { Meter } from "@/components/ui/meter";
import { useFormats } from "@/lib/format";
import { readersOf } from "@/lib/readers";

import classes from "./batch-counts.module.css";

/** Read and verified, one below the other in every row, so that drawers can be compared at a glance. */
export function BatchCounts({ batch }: { batch: BatchRead }) {
  const { t } = useTranslation("batches");
  const formats = useFormats();
  const read = batch.done + batch.failed;
  const started = read > 0 || batch.status !== "draft";
  return (
    <div className={classes.counts}>
      <span>{t("read")}</span>
      <Meter
        whole={batch.total}
        shares={[
          { kind: "read", value: batch.done },
          { kind: "failed", value: batch.failed },
        ]}
      />
      <span className={classes.figure}>
        {started
          ? t("of", { part: formats.number(read), whole: formats.number(batch.total) })
          : t("not_started")}
      </span>
      <span>{t("verified")}</span>
      <Meter whole={batch.total} shares={[{ kind: "verified", value: batch.reviewed }]} />
      <span className={classes.figure}>
        {batch.reviewed > 0
          ? t("verified_share", {
              n: formats.number(batch.reviewed),
              share: formats.percent(batch.reviewed, batch.total),
            })
          : formats.number(0)}
      </span>
      <span className={classes.reader}>
        {readersOf(batch)
          .map(({ engine, model }) => (engine === "local" ? t("reader.local") : (model ?? engine)))
          .join(" + ")}
      </span>
      <time className={classes.when} dateTime={batch.updated_at}>
        {formats.when(batch.updated_at)}
      </time>
    </div>
  );
}
