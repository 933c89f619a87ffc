import { Button, Skeleton } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import type { BatchRead, CardPageRead } from "@/api/gen/types.gen";
import { useAnnounce } from "@/components/ui/announcer";
import { Icon } from "@/components/ui/icon";
import { ProblemNote } from "@/components/ui/problem-note";

import { doubtfulOf } from "../api/fields";
import { placeIn } from "../api/queue";
import type { QueueView } from "../api/queue-view";
import { useCard, usePreload } from "../api/use-card";
import { type Desk, useDesk } from "../api/use-desk";
import { useKeys } from "../api/use-keys";
import type { QueueState } from "../api/use-queue";
import type { WorkDesk } from "../api/use-work";

import { CardPane } from "./card-pane";
import { FieldList } from "./field-list";
import { KeyFoot } from "./key-foot";
import { KeySheet } from "./key-sheet";
import { Keys } from "./keys";
import { QueueNote } from "./queue-note";
import { QueueStrip } from "./queue-strip";
import classes from "./verify-workbench.module.css";

interface CardDeskProps {
  batch: BatchRead;
  filename: string;
  view: QueueView;
  queue: QueueState;
  work: WorkDesk;
  onView: (change: Partial<QueueView>) => void;
  onCard: (filename: string) => void;
}

const NO_PAGES: readonly CardPageRead[] = [];

/** Card at the left, fields at the right, both always in view. */
export function CardDesk({ batch, filename, view, queue, work, onView, onCard }: CardDeskProps) {
  const { t } = useTranslation("verify");
  const { record, pages } = useCard(batch.name, filename);
  const sides = pages.data?.items ?? NO_PAGES;
  const desk = useDesk({ batch, filename, record: record.data, pages: sides, view, queue, work, onCard });
  useKeys(desk.actions, desk.panel === "help");

  const here = queue.queue === null ? -1 : placeIn(queue.queue, filename);
  const coming = here < 0 ? [] : (queue.queue?.items ?? []).slice(here + 1, here + 3);
  usePreload(
    batch.name,
    coming.map((item) => item.filename),
  );
  useSpoken(filename, record.data === undefined ? null : doubtfulOf(record.data, desk.names).length);

  const restart = () => void queue.restart().then((name) => desk.goTo(name));
  return (
    <>
      <OtherTrouble desk={desk} />
      <div className={classes.body}>
        <section className={classes.card} aria-label={t("card")}>
          {desk.atEnd ? (
            <QueueNote
              batch={batch}
              view={view}
              left={
                view.show === "open" || view.show === "differ" || view.show === "failed"
                  ? (queue.queue?.total ?? 0)
                  : 0
              }
              onView={onView}
              onRestart={restart}
            />
          ) : (
            <CardPane filename={filename} record={record.data} pages={sides} desk={desk} />
          )}
          {queue.queue !== null && (
            <QueueStrip
              queue={queue.queue}
              filename={filename}
              unsaved={work.unsaved}
              onCard={(name) => desk.goTo(name)}
            />
          )}
        </section>
        {desk.atEnd ? (
          <section className={classes.waiting} aria-label={t("fields")} />
        ) : record.data !== undefined ? (
          <FieldList
            batch={batch}
            record={record.data}
            pages={sides}
            desk={desk}
            onRetry={() => work.retry(filename)}
          />
        ) : (
          <section className={classes.waiting} aria-label={t("fields")}>
            {record.isError ? (
              <ProblemNote error={record.error} what={t("card_failed")} retry={() => record.refetch()} />
            ) : (
              desk.names.map((name) => <Skeleton key={name} height={22} />)
            )}
          </section>
        )}
      </div>
      <KeyFoot actions={desk.actions} />
      {desk.panel === "help" && <KeySheet actions={desk.actions} onClose={desk.closePanel} />}
    </>
  );
}

/** A card left behind whose save came back: it is named until it is settled. */
function OtherTrouble({ desk }: { desk: Desk }) {
  const { t } = useTranslation("verify");
  const [name] = desk.others;
  if (name === undefined) return null;
  return (
    <div className={classes.trouble} role="alert">
      <Icon name="warning" />
      <span>{t("others_unsaved", { count: desk.others.length, n: desk.others.length, card: name })}</span>
      <Button variant="default" onClick={desk.toTrouble} rightSection={<Keys keys="Alt+U" />}>
        {t("action.unsaved")}
      </Button>
    </div>
  );
}

function useSpoken(filename: string, doubtful: number | null): void {
  const { t } = useTranslation("verify");
  const announce = useAnnounce();
  const known = doubtful !== null;
  useEffect(() => {
    if (known) announce(t("at_card", { card: filename, count: doubtful, n: doubtful }));
    // Said once for each card, not with each field that is settled.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [filename, known]);
}
