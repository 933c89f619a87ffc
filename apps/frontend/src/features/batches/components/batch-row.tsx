import { Link, useNavigate } from "@tanstack/react-router";
import { lazy, useState } from "react";
import { useTranslation } from "react-i18next";

import { useBatchCommand } from "@/api/batch-commands";
import type { BatchRead } from "@/api/gen/types.gen";
import { ScansLeave } from "@/components/readers/scans-leave";
import panel from "@/components/ui/panel.module.css";
import { Part } from "@/components/ui/part";
import { ProblemNote } from "@/components/ui/problem-note";
import { Scan } from "@/components/ui/scan";
import { useFormats } from "@/lib/format";

import { type BatchAction, placeOf } from "../api/batch-actions";

import { BatchButtons } from "./batch-buttons";
import { BatchCounts } from "./batch-counts";
import { BatchReason } from "./batch-reason";
import classes from "./batch-row.module.css";
import { StatusBadge } from "./status-badge";

const RenameBatch = lazy(async () => ({ default: (await import("./rename-batch")).RenameBatch }));
const DeleteBatch = lazy(async () => ({ default: (await import("./delete-batch")).DeleteBatch }));

interface BatchRowProps {
  batch: BatchRead;
  onDeleted: () => void;
}

export function BatchRow({ batch, onDeleted }: BatchRowProps) {
  const { t } = useTranslation("batches");
  const formats = useFormats();
  const navigate = useNavigate();
  const command = useBatchCommand(batch.name);
  const [asked, setAsked] = useState<"rename" | "delete" | null>(null);
  const titleId = `batch-${batch.name}`;
  const params = { batchName: batch.name };

  const run = ({ id, command: wanted, go }: BatchAction) => {
    if (wanted !== undefined) {
      command.mutate(wanted, {
        onSuccess: () => {
          if (go !== undefined) void navigate({ to: `/batches/$batchName/${go}`, params });
        },
      });
    } else if (id === "rename" || id === "delete") setAsked(id);
  };

  return (
    <article className={`${panel.panel} ${classes.batch}`} aria-labelledby={titleId}>
      <div className={classes.row}>
        <div className={classes.strip} aria-hidden="true">
          {(batch.cover ?? []).slice(0, 3).map((src) => (
            <Scan key={src} src={src} width={76} height={54} />
          ))}
          {batch.total === 0 && <span className={classes.noScan} />}
        </div>
        <div className={classes.words}>
          <div className={classes.titleLine}>
            {asked === "rename" && (
              <Part>
                <RenameBatch batch={batch} onClose={() => setAsked(null)} />
              </Part>
            )}
            <h2 id={titleId} className={classes.title} title={batch.title} hidden={asked === "rename"}>
              <Link to={`/batches/$batchName/${placeOf(batch)}`} params={params} className={classes.open}>
                {batch.title}
              </Link>
            </h2>
            {asked !== "rename" && <StatusBadge status={batch.status} />}
          </div>
          <p className={classes.facts}>
            {t("cards", { count: batch.total, n: formats.number(batch.total) })}
            {" · "}
            {t("fields", { count: batch.fields.length, n: formats.number(batch.fields.length) })}
          </p>
          <ScansLeave batch={batch} brief />
          <BatchReason batch={batch} />
        </div>
        <BatchCounts batch={batch} />
        <BatchButtons batch={batch} busy={command.isPending} onRun={run} />
      </div>
      {command.isError && (
        <div className={classes.below}>
          <ProblemNote error={command.error} what={t("refused")} dismiss={() => command.reset()} />
        </div>
      )}
      {asked === "delete" && (
        <Part>
          <DeleteBatch batch={batch} onClose={() => setAsked(null)} onDeleted={onDeleted} />
        </Part>
      )}
    </article>
  );
}
