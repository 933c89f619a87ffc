import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { useFormats } from "@/lib/format";

import type { Setup } from "../api/setup-draft";
import { isBusy } from "../api/use-setup";

import classes from "./read-note.module.css";

/** What holds for a batch that is being read, or was: whether its set-up can change, and what a change does. */
export function ReadNote({ batch, setup }: { batch: BatchRead; setup: Setup }) {
  const { t } = useTranslation("setup");
  const formats = useFormats();
  const read = batch.done + batch.failed;
  if (isBusy(batch)) {
    return (
      <p className={classes.note}>
        <Icon name="pause" />
        <span>
          {t("read.running")}{" "}
          <Link to="/batches/$batchName/run" params={{ batchName: batch.name }}>
            {t("start.watch")}
          </Link>
        </span>
      </p>
    );
  }
  if (read === 0) return null;
  const changed = setup.draft.past.length > 0;
  return (
    <p className={classes.note} role={changed ? "status" : undefined}>
      <Icon name="warning" />
      <span>{t("read.done", { count: read, n: formats.number(read) })}</span>
    </p>
  );
}
