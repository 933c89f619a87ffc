import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { Meter } from "@/components/ui/meter";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

import { useBatchEvents } from "../api/use-batch-events";
import { useCancelBatch } from "../api/use-cancel-batch";
import { useSpokenProgress } from "../api/use-spoken-progress";

import classes from "./batch-progress.module.css";
import { FinishedCards } from "./finished-cards";
import { LinkNote } from "./link-note";
import { RunFigures } from "./run-figures";

/** A run while it runs: figures, bar, the last cards, and the way to stop it. */
export function BatchProgress({ batch }: { batch: BatchRead }) {
  const { t } = useTranslation("processing");
  const formats = useFormats();
  const run = useBatchEvents(batch.name);
  const cancel = useCancelBatch(batch.name);
  const counts = run.counts ?? { ...batch, rate: null, eta: null };
  useSpokenProgress(batch.title, run);

  const read = counts.done + counts.failed;
  const figures = { read: formats.number(read), total: formats.number(counts.total) };
  const stopping = counts.status === "cancelling" || cancel.isPending;

  return (
    <section className={classes.progress} aria-label={t("title", { batch: batch.title })}>
      <div className={classes.run}>
        <div className={classes.head}>
          <h3>{t("heading")}</h3>
          <LinkNote link={run.link} />
          <Button
            className={classes.cancel}
            variant="default"
            leftSection={<Icon name="stop" size={14} />}
            disabled={stopping}
            onClick={() => cancel.mutate()}
          >
            {stopping ? t("stopping") : t("cancel")}
          </Button>
        </div>
        <RunFigures counts={counts} />
        <Meter
          tall
          label={t("bar")}
          text={t("bar_text", figures)}
          whole={counts.total}
          shares={[
            { kind: "read", value: counts.done },
            { kind: "failed", value: counts.failed },
          ]}
        />
        <p className={classes.legend}>
          <span>{t("read", { count: counts.done, n: formats.number(counts.done) })}</span>
          <span className={counts.failed > 0 ? classes.failed : undefined}>
            {t("failed", { count: counts.failed, n: formats.number(counts.failed) })}
          </span>
          <span>{t("waiting", { count: counts.pending, n: formats.number(counts.pending) })}</span>
        </p>
        <p className={classes.safe}>{stopping ? t("stopping_note") : t("safe")}</p>
        {cancel.isError && (
          <ProblemNote error={cancel.error} what={t("cancel_failed")} retry={() => cancel.mutate()} />
        )}
      </div>
      <FinishedCards batch={batch} cards={run.recent} />
    </section>
  );
}
