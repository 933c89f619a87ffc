import { useTranslation } from "react-i18next";

import type { TookRead } from "@/api/gen/types.gen";
import figures from "@/components/ui/figures.module.css";
import { useFormats } from "@/lib/format";

import type { RunCounts } from "../api/run-state";

import classes from "./run-figures.module.css";

interface RunFiguresProps {
  counts: RunCounts;
  /** At the end: what all runs took; null while one is under way or before the first. */
  took: TookRead | null;
}

/** How many, how long, how fast. A figure that is not known is a dash, never a guess. */
export function RunFigures({ counts, took }: RunFiguresProps) {
  const { t } = useTranslation("processing");
  const formats = useFormats();
  const { done, total, eta } = counts;
  const rate = took === null ? counts.rate : took.rate;
  return (
    <dl className={`${figures.figures} ${classes.figures}`}>
      <div>
        <dt>{t("figures.read")}</dt>
        <dd>
          {formats.number(done)} <small>{t("of", { total: formats.number(total) })}</small>
        </dd>
      </div>
      <div>
        <dt>{t(took === null ? "figures.left" : "figures.took")}</dt>
        <dd>
          {took !== null ? (
            formats.duration(took.seconds)
          ) : eta === null ? (
            "–"
          ) : (
            <>
              {formats.duration(eta)} <small>{t("until", { time: formats.clockIn(eta) })}</small>
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>{t(took === null ? "figures.rate" : "figures.mean_rate")}</dt>
        <dd>
          {rate === null ? (
            "–"
          ) : (
            <>
              {formats.number(Math.round(rate * 60))} <small>{t("a_minute")}</small>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}
