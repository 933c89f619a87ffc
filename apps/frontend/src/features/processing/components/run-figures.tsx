import { useTranslation } from "react-i18next";

import figures from "@/components/ui/figures.module.css";
import { useFormats } from "@/lib/format";

import type { RunCounts } from "../api/run-state";

import classes from "./run-figures.module.css";

/** How many, how long, how fast. A figure that is not known is a dash, never a guess. */
export function RunFigures({ counts }: { counts: RunCounts }) {
  const { t } = useTranslation("processing");
  const formats = useFormats();
  const { done, total, rate, eta } = counts;
  return (
    <dl className={`${figures.figures} ${classes.figures}`}>
      <div>
        <dt>{t("figures.read")}</dt>
        <dd>
          {formats.number(done)} <small>{t("of", { total: formats.number(total) })}</small>
        </dd>
      </div>
      <div>
        <dt>{t("figures.left")}</dt>
        <dd>
          {eta === null ? (
            "–"
          ) : (
            <>
              {formats.duration(eta)} <small>{t("until", { time: formats.clockIn(eta) })}</small>
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>{t("figures.rate")}</dt>
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
