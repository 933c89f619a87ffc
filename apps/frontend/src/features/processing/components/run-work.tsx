import { useTranslation } from "react-i18next";

import { useBatchCommand } from "@/api/batch-commands";
import type { BatchRead } from "@/api/gen/types.gen";
import { Meter } from "@/components/ui/meter";
import panel from "@/components/ui/panel.module.css";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

import { useBatchEvents } from "../api/use-batch-events";
import { useLastCards } from "../api/use-last-cards";
import { useSpokenProgress } from "../api/use-spoken-progress";

import { BesideFailures } from "./beside-failures";
import { FailureGroups } from "./failure-groups";
import { FinishedCards } from "./finished-cards";
import { MoneyMeter } from "./money-meter";
import { PassLine } from "./pass-line";
import { ProviderWait } from "./provider-wait";
import { RunFigures } from "./run-figures";
import { RunHead } from "./run-head";
import { RunNote } from "./run-note";
import classes from "./run-work.module.css";

/** "Can I go home?": how far it is, what failed and why, the last cards, and the way to stop it or go on. */
export function RunWork({ batch }: { batch: BatchRead }) {
  const { t } = useTranslation("processing");
  const formats = useFormats();
  const run = useBatchEvents(batch.name);
  const last = useLastCards(batch.name, run.recent);
  const command = useBatchCommand(batch.name);
  useSpokenProgress(batch.title, run);

  const busy = batch.status === "running" || batch.status === "cancelling";
  const pace = busy && run.link === "live" ? run.counts : null;
  const counts = { ...batch, rate: pace?.rate ?? null, eta: pace?.eta ?? null };
  const took = busy ? null : (batch.took ?? null);
  const read = formats.number(batch.done);
  const beside = batch.pass ?? null;

  return (
    <div className={classes.place}>
      <RunHead batch={batch} link={run.link} command={command} />
      {command.isError && (
        <ProblemNote
          error={command.error}
          what={t(command.variables.do === "cancel" ? "cancel_failed" : "do.failed")}
          retry={() => command.mutate(command.variables)}
        />
      )}
      <div className={classes.work}>
        <div className={classes.column}>
          <section
            className={`${panel.panel} ${classes.run}`}
            aria-label={t("title", { batch: batch.title })}
          >
            <RunNote batch={batch} />
            <RunFigures counts={counts} took={took} />
            <Meter
              tall
              label={t("bar")}
              text={t("bar_text", { read, total: formats.number(batch.total) })}
              whole={batch.total}
              shares={[
                { kind: "read", value: batch.done },
                { kind: "failed", value: batch.failed },
              ]}
            />
            <p className={classes.legend}>
              <span>{t("read", { count: batch.done, n: formats.number(batch.done) })}</span>
              <span className={batch.failed > 0 ? classes.failed : undefined}>
                {t("failed", { count: batch.failed, n: formats.number(batch.failed) })}
              </span>
              <span>{t("waiting", { count: batch.pending, n: formats.number(batch.pending) })}</span>
            </p>
            {beside !== null && <PassLine batchName={batch.name} pass={beside} busy={busy} />}
            <ProviderWait batch={batch} busy={busy} />
            {busy && (
              <p className={classes.safe}>{t(batch.status === "cancelling" ? "stopping_note" : "safe")}</p>
            )}
          </section>
          <MoneyMeter batch={batch} busy={busy} />
          <BesideFailures batch={batch} busy={busy} />
          <FailureGroups batch={batch} busy={busy} />
        </div>
        <FinishedCards batch={batch} cards={last} busy={busy} />
      </div>
    </div>
  );
}
