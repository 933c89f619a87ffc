import { lazy, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import panel from "@/components/ui/panel.module.css";
import { Part } from "@/components/ui/part";
import { ProblemNote } from "@/components/ui/problem-note";
import { Scan } from "@/components/ui/scan";
import { useFormats } from "@/lib/format";

import type { BatchAction } from "../api/batch-actions";
import { useBatchCommand } from "../api/use-batch-commands";

import { BatchButtons } from "./batch-buttons";
import { BatchCounts } from "./batch-counts";
import classes from "./batch-row.module.css";
import { StatusBadge } from "./status-badge";

const DeleteBatch = lazy(async () => ({ default: (await import("./delete-batch")).DeleteBatch }));

export interface BatchRowProps {
  batch: BatchRead;
  open: boolean;
  onOpen: (open: boolean) => void;
  onAddImages: () => void;
  onDeleted: () => void;
  /** What stands below the row when it is open: progress or preview. */
  children: ReactNode;
}

export function BatchRow({ batch, open, onOpen, onAddImages, onDeleted, children }: BatchRowProps) {
  const { t } = useTranslation("batches");
  const formats = useFormats();
  const command = useBatchCommand(batch.name);
  const [deleting, setDeleting] = useState(false);
  const titleId = `batch-${batch.name}`;

  const run = (action: BatchAction) => {
    if (action.command !== undefined) {
      command.mutate(action.command, { onSuccess: () => onOpen(true) });
    } else if (action.id === "add_images") onAddImages();
    else if (action.id === "delete") setDeleting(true);
    else if (action.id === "watch" || action.id === "preview") onOpen(!open);
  };

  return (
    <article
      className={`${panel.panel} ${classes.batch}`}
      aria-labelledby={titleId}
      data-open={open || undefined}
    >
      <div className={classes.row}>
        <div className={classes.strip} aria-hidden="true">
          {(batch.cover ?? []).slice(0, 3).map((src) => (
            <Scan key={src} src={src} width={76} height={54} />
          ))}
          {batch.total === 0 && <span className={classes.noScan} />}
        </div>
        <div className={classes.words}>
          <div className={classes.titleLine}>
            <h2 id={titleId} className={classes.title} title={batch.title}>
              {batch.title}
            </h2>
            <StatusBadge status={batch.status} />
          </div>
          <p className={classes.facts}>
            {t("cards", { count: batch.total, n: formats.number(batch.total) })}
            {" · "}
            {t("fields", { count: batch.fields.length, n: formats.number(batch.fields.length) })}
          </p>
          <BatchReason batch={batch} />
        </div>
        <BatchCounts batch={batch} />
        <BatchButtons batch={batch} open={open} busy={command.isPending} onRun={run} />
      </div>
      {command.isError && (
        <div className={classes.below}>
          <ProblemNote error={command.error} what={t("refused")} dismiss={() => command.reset()} />
        </div>
      )}
      {open && <div className={classes.below}>{children}</div>}
      {deleting && (
        <Part>
          <DeleteBatch batch={batch} onClose={() => setDeleting(false)} onDeleted={onDeleted} />
        </Part>
      )}
    </article>
  );
}

/** Why it stands still, or how many cards failed: what a person must know to choose the next step. */
function BatchReason({ batch }: { batch: BatchRead }) {
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
