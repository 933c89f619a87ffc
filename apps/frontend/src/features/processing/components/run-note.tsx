import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import { Icon, type IconName } from "@/components/ui/icon";
import { SaidText } from "@/components/ui/said-text";
import { useFormats } from "@/lib/format";
import { useSaid } from "@/lib/said";

import classes from "./run-note.module.css";

/** Why nothing moves, and what to do; a batch that runs needs no such sentence. */
export function RunNote({ batch }: { batch: BatchRead }) {
  const { t } = useTranslation("processing");
  const said = useSaid();
  const formats = useFormats();
  const params = { batchName: batch.name };
  const waiting = { count: batch.pending, n: formats.number(batch.pending) };

  if (batch.status === "running" || batch.status === "cancelling") return null;
  if (batch.total === 0) {
    return (
      <Note icon="upload" tone="plain">
        {t("note.no_images")}{" "}
        <Link to="/batches/$batchName/images" params={params}>
          {t("note.add_images")}
        </Link>
      </Note>
    );
  }
  if (batch.fields.length === 0) {
    return (
      <Note icon="draft" tone="plain">
        {t("note.no_fields")}{" "}
        <Link to="/batches/$batchName/setup" params={params}>
          {t("note.set_up")}
        </Link>
      </Note>
    );
  }
  switch (batch.status) {
    case "draft":
      return (
        <Note icon="play" tone="plain">
          {t("note.ready", waiting)}
        </Note>
      );
    case "cancelled":
      return (
        <Note icon="stop" tone="plain">
          {t("note.cancelled", waiting)}
        </Note>
      );
    case "interrupted":
      return (
        <Note icon="warning" tone="mid">
          {t("note.interrupted", waiting)}
        </Note>
      );
    case "paused":
      return (
        <Note icon="pause" tone="mid">
          {batch.reason !== null && (
            <span className={classes.reason}>
              <SaidText said={said.pause(batch.reason_code, batch.reason)} />
            </span>
          )}
          {t("note.paused")}
        </Note>
      );
    case "completed":
      if (batch.pending === 0 && batch.failed > 0) {
        return (
          <Note icon="warning" tone="mid">
            {t("note.ended", {
              n: formats.number(batch.done),
              total: formats.number(batch.total),
              failed: formats.number(batch.failed),
            })}
          </Note>
        );
      }
      return (
        <Note icon="check" tone="ok">
          {batch.pending > 0
            ? t("note.waiting", waiting)
            : t("note.completed", { count: batch.total, n: formats.number(batch.total) })}
        </Note>
      );
    default:
      return batch.status satisfies never;
  }
}

interface NoteProps {
  icon: IconName;
  tone: "plain" | "mid" | "ok";
  children: ReactNode;
}

function Note({ icon, tone, children }: NoteProps) {
  return (
    <div className={classes.note} data-tone={tone} role="status">
      <Icon name={icon} />
      <p>{children}</p>
    </div>
  );
}
