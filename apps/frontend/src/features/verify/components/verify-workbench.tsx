import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { getBatchOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { RecordRead } from "@/api/gen/types.gen";
import { ProblemNote } from "@/components/ui/problem-note";
import { isNoBatch } from "@/lib/problem";

import type { QueueView } from "../api/queue-view";
import { useAskedBatch } from "../api/use-card";
import { useQueue } from "../api/use-queue";
import { useWork } from "../api/use-work";

import { CardDesk } from "./card-desk";
import { GoneNote } from "./gone-note";
import { QueueNote } from "./queue-note";
import { VerifyHead } from "./verify-head";
import classes from "./verify-workbench.module.css";

interface VerifyWorkbenchProps {
  batchName: string;
  /** Undefined: the first card of the queue. */
  filename: string | undefined;
  view: QueueView;
  onView: (change: Partial<QueueView>) => void;
  onCard: (filename: string, replace?: boolean) => void;
  /** After each save of a card. */
  onSaved: () => void;
  /** How often the other cards were fielded again meanwhile: the queue is another one then. */
  fielded: number;
  /** Over the card: what the reader has learned, and what the colours mean. */
  learning: ReactNode;
}

/** The place where people look, press one key and have the next card. */
export function VerifyWorkbench({
  batchName,
  filename,
  view,
  onView,
  onCard,
  onSaved,
  fielded,
  learning,
}: VerifyWorkbenchProps) {
  const { t } = useTranslation("verify");
  const batch = useQuery(getBatchOptions({ path: { batch_name: batchName } }));
  const queue = useQueue(batchName, view, filename);
  const { saved: onQueue } = queue;
  const saved = useCallback(
    (record: RecordRead) => {
      onQueue(record);
      onSaved();
    },
    [onQueue, onSaved],
  );
  const gone = isNoBatch(batch.error);
  const work = useWork(batchName, saved, gone);
  useAskedBatch(batchName, queue.error);

  const askAgain = useRef(queue.retry);
  useEffect(() => {
    askAgain.current = queue.retry;
  });
  useEffect(() => {
    if (fielded > 0) askAgain.current();
  }, [fielded]);

  const first = queue.queue?.items[0]?.filename;
  useEffect(() => {
    if (filename === undefined && first !== undefined) onCard(first, true);
  }, [filename, first, onCard]);

  if (batch.isPending) return <Loader aria-label={t("loading")} />;
  // What is loaded stays when the service goes away: nobody is thrown out of a field.
  if (batch.data === undefined) {
    return <ProblemNote error={batch.error} what={t("batch_failed")} retry={() => batch.refetch()} />;
  }
  if (gone) {
    return (
      <div className={classes.workbench}>
        <GoneNote title={batch.data.title} leftovers={work.leftovers()} />
      </div>
    );
  }
  return (
    <div className={classes.workbench}>
      <VerifyHead batch={batch.data} view={view} onView={onView} queue={queue.queue} work={work} />
      {learning}
      {queue.error !== null && (
        <ProblemNote error={queue.error} what={t("queue_failed")} retry={queue.retry} />
      )}
      {filename !== undefined && (
        <CardDesk
          batch={batch.data}
          filename={filename}
          view={view}
          queue={queue}
          work={work}
          onView={onView}
          onCard={onCard}
        />
      )}
      {filename === undefined && queue.queue !== null && first === undefined && (
        <QueueNote batch={batch.data} view={view} left={0} onView={onView} />
      )}
    </div>
  );
}
