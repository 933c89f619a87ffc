import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { useBatchCommand } from "@/api/batch-commands";
import { listFailuresOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { BatchRead, FailureRead } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import panel from "@/components/ui/panel.module.css";
import { ProblemNote } from "@/components/ui/problem-note";
import { SaidText } from "@/components/ui/said-text";
import { useFormats } from "@/lib/format";
import { useSaid } from "@/lib/said";

import { causeOf } from "../api/causes";

import classes from "./failure-groups.module.css";

const WHILE_RUNNING = 3_000;

/** Failed cards by cause, each with the remedy that fits, and the way to read them again. */
export function FailureGroups({ batch, busy }: { batch: BatchRead; busy: boolean }) {
  const { t } = useTranslation("processing");
  const formats = useFormats();
  const failures = useQuery({
    ...listFailuresOptions({ path: { batch_name: batch.name } }),
    enabled: batch.failed > 0,
    refetchInterval: busy ? WHILE_RUNNING : false,
  });
  const retry = useBatchCommand(batch.name);
  if (batch.failed === 0) return null;
  const groups = failures.data?.items ?? [];

  return (
    <section className={`${panel.panel} ${classes.failures}`} aria-labelledby="failures-title">
      <div className={classes.head}>
        <h2 id="failures-title">{t("failures.title")}</h2>
        <span className={classes.note}>{t(busy ? "failures.wait" : "failures.note")}</span>
        <Button
          variant="default"
          leftSection={<Icon name="refresh" />}
          disabled={busy}
          loading={retry.isPending}
          onClick={() => retry.mutate({ do: "retry" })}
        >
          {t("failures.retry_all", { count: batch.failed, n: formats.number(batch.failed) })}
        </Button>
      </div>
      {failures.isError && (
        <ProblemNote
          error={failures.error}
          what={t("failures.load_failed")}
          retry={() => failures.refetch()}
        />
      )}
      {retry.isError && (
        <ProblemNote
          error={retry.error}
          what={t("failures.retry_failed")}
          retry={() => retry.mutate(retry.variables)}
        />
      )}
      <ul>
        {groups.map((group) => (
          <Group
            key={group.cause}
            batchName={batch.name}
            group={group}
            disabled={busy || retry.isPending}
            onRetry={() => retry.mutate({ do: "retry", cause: group.cause })}
          />
        ))}
      </ul>
    </section>
  );
}

interface GroupProps {
  batchName: string;
  group: FailureRead;
  disabled: boolean;
  onRetry: () => void;
}

function Group({ batchName, group, disabled, onRetry }: GroupProps) {
  const { t } = useTranslation("processing");
  const said = useSaid();
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  const cardsId = useId();
  const kind = causeOf(group.cause);
  const told = said.cause(group.cause, group.error);
  // A cause without a remedy of its own is told from others by what was said of it.
  const isTold = kind === "other" && told.text !== "";
  const cause = isTold ? told.text : t(`cause.${kind}.title`);
  const more = group.count - group.cards.length;
  return (
    <li className={classes.group}>
      <p className={classes.count}>{formats.number(group.count)}</p>
      <div className={classes.words}>
        <h3 lang={isTold ? told.lang : undefined}>{cause}</h3>
        <p className={classes.remedy}>{t(`cause.${kind}.remedy`)}</p>
      </div>
      <div className={classes.buttons}>
        <Button
          variant="default"
          disabled={disabled}
          aria-label={t("failures.retry_label", {
            cause,
            count: group.count,
            n: formats.number(group.count),
          })}
          onClick={onRetry}
        >
          {t("failures.retry")}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          aria-label={t("failures.show_label", { cause })}
          aria-expanded={open}
          aria-controls={cardsId}
          onClick={() => setOpen(!open)}
        >
          {t(open ? "failures.hide" : "failures.show")}
        </Button>
      </div>
      <div id={cardsId} className={classes.cards} hidden={!open}>
        {group.error !== null && !isTold && (
          <p>
            {t("failures.said")}: <SaidText said={told} />
          </p>
        )}
        <ul className={classes.files}>
          {group.cards.map((filename) => (
            <li key={filename}>
              <Link to="/batches/$batchName/verify/$filename" params={{ batchName, filename }}>
                {filename}
              </Link>
            </li>
          ))}
          {more > 0 && <li>{t("failures.more", { count: more, n: formats.number(more) })}</li>}
        </ul>
      </div>
    </li>
  );
}
