import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import { SaidText } from "@/components/ui/said-text";
import { useFormats } from "@/lib/format";
import { useSaid } from "@/lib/said";

import classes from "./batch-row.module.css";

/** Why it stands still, or how many cards failed: what a person must know to choose the next step. */
export function BatchReason({ batch }: { batch: BatchRead }) {
  const { t } = useTranslation("batches");
  const said = useSaid();
  const formats = useFormats();
  const failed =
    batch.failed > 0 ? t("failed_cards", { count: batch.failed, n: formats.number(batch.failed) }) : null;
  if (batch.status === "paused" && batch.reason !== null) {
    return (
      <p className={classes.reason} data-tone="mid">
        <SaidText said={said.pause(batch.reason_code, batch.reason)} />
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
