import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import { useFormats } from "@/lib/format";

import type { QueueView } from "../api/queue-view";

import classes from "./queue-note.module.css";

interface QueueNoteProps {
  batch: BatchRead;
  view: QueueView;
  /** Cards of this queue that are still to do: skipped ones. */
  left: number;
  onView: (change: Partial<QueueView>) => void;
  onRestart?: () => void;
}

/** Where no card is to be shown: nothing is read yet, nothing fits, or everything is done. */
export function QueueNote({ batch, view, left, onView, onRestart }: QueueNoteProps) {
  const { t } = useTranslation(["verify", "places"]);
  const formats = useFormats();
  const main = useRef<HTMLButtonElement>(null);
  useEffect(() => main.current?.focus(), []);
  const unread = batch.done + batch.failed === 0;
  const kind = unread ? "unread" : left > 0 ? "skipped" : view.show === "open" ? "finished" : "none";
  return (
    <section className={classes.note} aria-label={t("queue_note")} role="status">
      <h2>{t(`end.${kind}.title`)}</h2>
      <p>{t(`end.${kind}.what`, { n: formats.number(left) })}</p>
      <div className={classes.ways}>
        {(unread || kind === "finished") && (
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link
                to={unread ? "/batches/$batchName/run" : "/batches/$batchName/results"}
                params={{ batchName: batch.name }}
                {...props}
              />
            )}
          >
            {t(unread ? "places:run" : "places:results")}
          </Button>
        )}
        {kind === "skipped" && onRestart !== undefined && (
          <Button ref={main} onClick={onRestart}>
            {t("end.again")}
          </Button>
        )}
        {!unread && view.show !== "flagged" && (
          <Button variant="default" onClick={() => onView({ show: "flagged", field: undefined })}>
            {t("show.flagged")}
          </Button>
        )}
        {!unread && view.show !== "all" && (
          <Button variant="default" onClick={() => onView({ show: "all", order: "card", field: undefined })}>
            {t("show.all")}
          </Button>
        )}
      </div>
    </section>
  );
}
