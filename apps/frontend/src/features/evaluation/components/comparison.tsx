import { Loader, NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { ComparisonRead, EvaluationBrief, EvaluationRead } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

import { useComparison } from "../api/use-evaluations";

import classes from "./evaluation.module.css";

interface ComparisonProps {
  batchName: string;
  run: EvaluationRead;
  runs: readonly EvaluationBrief[];
  base: number | undefined;
  onBase: (base: number | undefined) => void;
}

/** Whether this run is better than another, card by card, or whether that is noise. */
export function Comparison({ batchName, run, runs, base, onBase }: ComparisonProps) {
  const { t } = useTranslation("evaluation");
  const others = runs.filter((one) => one.id !== run.id);
  const other = others.find((one) => one.id === base);
  const nameOf = (one: EvaluationBrief) => one.title || t("runs.untitled", { n: one.id });
  return (
    <div className={classes.comparison}>
      <NativeSelect
        size="xs"
        label={t("compare.with")}
        value={other === undefined ? "" : String(other.id)}
        onChange={(event) => onBase(Number(event.currentTarget.value) || undefined)}
        data={[
          { value: "", label: t("compare.none") },
          ...others.map((one) => ({ value: String(one.id), label: nameOf(one) })),
        ]}
      />
      {other !== undefined && (
        <Difference batchName={batchName} run={run.id} base={other.id} name={nameOf(other)} />
      )}
    </div>
  );
}

interface DifferenceProps {
  batchName: string;
  run: number;
  base: number;
  name: string;
}

function Difference({ batchName, run, base, name }: DifferenceProps) {
  const { t } = useTranslation("evaluation");
  const formats = useFormats();
  const found = useComparison(batchName, run, base);
  if (found.isPending) return <Loader size="sm" aria-label={t("loading")} />;
  if (found.data === undefined) {
    return <ProblemNote error={found.error} what={t("compare.failed")} retry={() => found.refetch()} />;
  }
  const { data } = found;
  const way = wayOf(data);
  const signed = (value: number) =>
    `${value < 0 ? "−" : value > 0 ? "+" : "±"}${formats.fixed(Math.abs(value), 3)}`;
  return (
    <p className={classes.difference} data-way={way} role="status">
      <Icon name={way === "noise" ? "minus" : way === "better" ? "chevron_up" : "chevron_down"} />
      <span>
        <b>{t(`compare.${way}`, { name })}</b>{" "}
        {t("compare.figures", {
          count: data.cards,
          n: formats.number(data.cards),
          difference: signed(data.difference),
          low: signed(data.low),
          high: signed(data.high),
        })}{" "}
        {t("compare.cards", { better: formats.number(data.better), worse: formats.number(data.worse) })}
      </span>
    </p>
  );
}

function wayOf({ noise, difference }: ComparisonRead): "noise" | "better" | "worse" {
  if (noise) return "noise";
  return difference > 0 ? "better" : "worse";
}
