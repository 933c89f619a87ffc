import { Skeleton } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { EvaluationBrief, EvaluationRead } from "@/api/gen/types.gen";
import large from "@/components/ui/figures.module.css";
import { Icon } from "@/components/ui/icon";
import panel from "@/components/ui/panel.module.css";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

import { useEvaluation } from "../api/use-evaluations";

import { Comparison } from "./comparison";
import classes from "./evaluation.module.css";
import { FieldTable } from "./field-table";
import { MistakenFields } from "./mistaken-fields";
import { WorstValues } from "./worst-values";

interface RunDetailProps {
  batchName: string;
  id: number;
  runs: readonly EvaluationBrief[];
  base: number | undefined;
  onBase: (base: number | undefined) => void;
}

/** On fewer cards figures say nothing of the others. */
const TELLING = 10;

/** One run in full. */
export function RunDetail({ batchName, id, runs, base, onBase }: RunDetailProps) {
  const { t } = useTranslation("evaluation");
  const run = useEvaluation(batchName, id);
  if (run.isPending) {
    return (
      <div role="status" aria-label={t("loading")} className={classes.main}>
        <Skeleton height={320} />
      </div>
    );
  }
  if (run.data === undefined) {
    return <ProblemNote error={run.error} what={t("failed")} retry={() => run.refetch()} />;
  }
  const { summary } = run.data;
  return (
    <div className={classes.main}>
      <section className={panel.panel} aria-labelledby="run">
        <div className={classes.title}>
          <h2 id="run">{run.data.title || t("runs.untitled", { n: id })}</h2>
          <Origin batchName={batchName} run={run.data} />
        </div>
        <Cards run={run.data} />
        <Figures run={run.data} />
        {runs.length > 1 && (
          <Comparison batchName={batchName} run={run.data} runs={runs} base={base} onBase={onBase} />
        )}
      </section>
      <FieldTable fields={summary.fields} all={summary.all} />
      <MistakenFields mistaken={summary.mistaken} />
      <WorstValues batchName={batchName} worst={summary.worst} />
    </div>
  );
}

const SIDES = ["truth_only", "records_only", "unread"] as const;

/** Before the figures: which cards they do not speak of, and which count as missed. */
function Cards({ run: { summary } }: { run: EvaluationRead }) {
  const { t } = useTranslation("evaluation");
  const formats = useFormats();
  const told = SIDES.filter((side) => (summary[side] ?? 0) > 0);
  if (told.length === 0) return null;
  return (
    <ul className={classes.cards}>
      {told.map((side) => {
        const count = summary[side] ?? 0;
        return <li key={side}>{t(`cards.${side}`, { count, n: formats.number(count) })}</li>;
      })}
    </ul>
  );
}

function Figures({ run: { summary } }: { run: EvaluationRead }) {
  const { t } = useTranslation("evaluation");
  const formats = useFormats();
  const f1 = (value: number | null) => (value === null ? "–" : formats.fixed(value, 3));
  const share = (value: number | null) => (value === null ? "–" : formats.rate(value, 1));
  const figures: [string, string][] = [
    [t("f1_macro"), f1(summary.macro)],
    [t("f1_micro"), f1(summary.micro)],
    [t("exact"), share(summary.all.exact)],
    [t("cer"), share(summary.all.cer)],
    [t("runs.cards"), formats.number(summary.cards)],
  ];
  return (
    <>
      <dl className={`${large.figures} ${classes.figures}`}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {summary.cards < TELLING && (
        <p className={classes.body}>
          <b>{t("too_few", { count: summary.cards, n: formats.number(summary.cards) })}</b>
        </p>
      )}
    </>
  );
}

/** Against what, by which reader, with which training, by which code; all of it is in the file. */
function Origin({ batchName, run }: { batchName: string; run: EvaluationRead }) {
  const { t } = useTranslation("evaluation");
  const formats = useFormats();
  const { against, readings, learned, code } = run.manifest;
  const readers = isRecord(readings) ? Object.keys(readings) : [];
  const cards = isRecord(learned) && typeof learned.cards === "number" ? learned.cards : null;
  return (
    <>
      <span className={classes.origin}>
        {[
          t(against === "verified" ? "origin.verified" : "origin.truth"),
          readers.length > 0 ? t("origin.read_by", { readers: readers.join(", ") }) : null,
          cards === null ? null : t("origin.learned", { count: cards, n: formats.number(cards) }),
          typeof code === "string" ? t("origin.code", { version: code }) : null,
          formats.when(run.created_at),
        ]
          .filter((part) => part !== null)
          .join(" · ")}
      </span>
      <a
        className={classes.manifest}
        href={`/api/v1/batches/${encodeURIComponent(batchName)}/evaluations/${run.id}`}
        download={`evaluation-${run.id}.json`}
      >
        <Icon name="download" size={14} />
        {t("origin.manifest")}
      </a>
    </>
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
