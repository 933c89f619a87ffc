import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { BatchRead, MixesPlan, MixesWanted, PlannedReader, ReaderChoice } from "@/api/gen/types.gen";
import { BusyButton } from "@/components/ui/busy-button";
import { ProblemNote } from "@/components/ui/problem-note";
import { Tag } from "@/components/ui/tag";
import { useFormats } from "@/lib/format";

import { nameOf } from "../api/names";
import { useEngines, type useMeasured, usePlan, useReadBeside } from "../api/use-compare";

import { AddReader } from "./add-reader";
import { LEAST } from "./cards-choice";
import classes from "./compare-view.module.css";

const MOST = 5;

interface ReaderPlanProps {
  batch: BatchRead;
  cards: MixesWanted;
  plan: MixesPlan;
  added: readonly ReaderChoice[];
  onAdd: (reader: ReaderChoice) => void;
  off: ReadonlySet<string>;
  onOff: (off: ReadonlySet<string>) => void;
  measured: ReturnType<typeof useMeasured>;
}

/** Which readers are compared; those that have yet to read say what that costs and takes. */
export function ReaderPlan({ batch, cards, plan, added, onAdd, off, onOff, measured }: ReaderPlanProps) {
  const { t } = useTranslation("compare");
  const known = plan.readers.map(choiceOf);
  const fresh = added.filter((one) => !known.some((other) => isSame(one, other)));
  const whole = usePlan(batch, { ...cards, readers: [...known, ...fresh].slice(0, MOST) });
  const readers = (fresh.length === 0 ? plan : (whole.data ?? plan)).readers;
  const chosen = readers.filter((reader) => !off.has(reader.reader));
  const lacking = chosen.filter((reader) => reader.missing.length > 0);
  const beside = useReadBeside(batch.name);
  const reads = batch.status === "running" || batch.status === "cancelling";
  const running = measured.newest?.status === "running" || measured.begin.isPending;
  const ready = chosen.length > 0 && lacking.length === 0 && plan.cards.length >= LEAST && !running;
  const toggle = (reader: string) => {
    const next = new Set(off);
    if (!next.delete(reader)) next.add(reader);
    onOff(next);
  };
  return (
    <>
      <ul className={classes.readers} aria-label={t("plan.readers")}>
        {readers.map((reader) => (
          <li key={reader.reader} className={classes.reader}>
            <Checkbox
              size="xs"
              label={nameOf(reader, t("local"))}
              checked={!off.has(reader.reader)}
              onChange={() => toggle(reader.reader)}
            />
            <Where leaves={reader.leaves_machine} />
            <Missing
              batch={batch}
              reader={reader}
              busy={reads || beside.isPending}
              onRead={() => beside.mutate({ reader: choiceOf(reader), cards: reader.missing })}
            />
          </li>
        ))}
      </ul>
      {beside.isError && (
        <ProblemNote error={beside.error} what={t("plan.not_read")} dismiss={beside.reset} />
      )}
      <div className={classes.foot}>
        <AddReader known={[...known, ...fresh]} full={readers.length >= MOST} onAdd={onAdd} />
        <span className={classes.quiet}>{lacking.length > 0 && t("plan.lacking")}</span>
        <BusyButton
          busy={!ready}
          onClick={() => measured.begin.mutate({ ...cards, readers: chosen.map(choiceOf) })}
        >
          {t("plan.compare")}
        </BusyButton>
      </div>
      {measured.begin.isError && (
        <ProblemNote error={measured.begin.error} what={t("plan.not_begun")} dismiss={measured.begin.reset} />
      )}
    </>
  );
}

export function Where({ leaves }: { leaves: boolean }) {
  const { t } = useTranslation("compare");
  return (
    <Tag tone={leaves ? "mid" : "ok"} icon={leaves ? "leaves" : "screen"}>
      {t(leaves ? "leaves" : "stays")}
    </Tag>
  );
}

interface MissingProps {
  batch: BatchRead;
  reader: PlannedReader;
  busy: boolean;
  onRead: () => void;
}

function Missing({ batch, reader, busy, onRead }: MissingProps) {
  const { t } = useTranslation("compare");
  const formats = useFormats();
  const engines = useEngines();
  const count = reader.missing.length;
  if (count === 0) return <span className={classes.quiet}>{t("plan.has_read")}</span>;
  const pass = batch.pass;
  if (busy && pass?.engine === reader.engine && pass.model === reader.model) {
    return (
      <span className={classes.quiet} role="status">
        {t("plan.reading", { n: pass.done + pass.failed, all: pass.total })}
      </span>
    );
  }
  const needs = engines.data?.items.find((one) => one.name === reader.engine)?.needs ?? "";
  const money =
    reader.cost === null
      ? t("plan.price_unknown")
      : reader.cost === 0
        ? t("free")
        : `$${formats.fixed(reader.cost * count, 2)}`;
  const time = reader.seconds === null ? t("plan.time_unknown") : formats.duration(reader.seconds * count);
  return (
    <>
      <span className={classes.quiet}>
        {t("plan.would", { count, n: formats.number(count), money, time })}
      </span>
      <BusyButton variant="default" size="compact-sm" busy={busy || needs !== ""} onClick={onRead}>
        {t("plan.read", { count, n: formats.number(count) })}
      </BusyButton>
      {reader.cost === null && <span className={classes.quiet}>{t("plan.few_first")}</span>}
    </>
  );
}

function choiceOf(reader: Pick<PlannedReader, "engine" | "model">): ReaderChoice {
  return reader.engine === "local" || reader.model === null
    ? { engine: reader.engine }
    : { engine: reader.engine, model: reader.model };
}

function isSame(one: ReaderChoice, other: ReaderChoice): boolean {
  return one.engine === other.engine && (one.model ?? null) === (other.model ?? null);
}
