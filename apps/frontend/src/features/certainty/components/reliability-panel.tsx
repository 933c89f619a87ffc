import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { BinRead, CertaintyRead } from "@/api/gen/types.gen";
import panel from "@/components/ui/panel.module.css";
import { useFormats } from "@/lib/format";

import { trustOf } from "../api/use-certainty";

import classes from "./parts.module.css";

/** Certainty as it was said against how often it was right, on cards the reader had not learned from. */
export function ReliabilityPanel({ certainty }: { certainty: CertaintyRead }) {
  const { t } = useTranslation("reliability");
  const formats = useFormats();
  const { bins, empty_bins: blank } = certainty;
  const largest = bins.reduce<BinRead | undefined>(
    (best, bin) => (best === undefined || bin.count > best.count ? bin : best),
    undefined,
  );
  return (
    <section className={`${panel.panel} ${classes.panel}`} aria-labelledby="believe">
      <div className={classes.title}>
        <h2 id="believe">{t("believe.title")}</h2>
      </div>
      <div className={classes.body}>
        {largest === undefined ? (
          <p>{t("believe.none")}</p>
        ) : (
          <>
            <p>
              <b>{t(`believe.${trustOf(certainty)}`)}</b>{" "}
              {t("believe.says", {
                said: formats.rate(largest.mean),
                right: formats.number(Math.round(largest.right * largest.count)),
                n: formats.number(largest.count),
              })}{" "}
              {t("believe.measured")}
            </p>
            <Plot bins={bins} label={t("believe.plot")} />
            <Points bins={bins} caption={t("believe.plot")} />
            {blank.length > 0 && <p className={classes.quiet}>{blankWords(blank, t, formats.rate)}</p>}
          </>
        )}
      </div>
    </section>
  );
}

function blankWords(
  bins: readonly BinRead[],
  t: ReturnType<typeof useTranslation<"reliability">>["t"],
  rate: (share: number) => string,
): string {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  const said = bins.reduce((sum, bin) => sum + bin.mean * bin.count, 0) / count;
  const right = bins.reduce((sum, bin) => sum + bin.right * bin.count, 0) / count;
  return t("believe.blank", { count, said: rate(said), right: rate(right) });
}

const SIZE = 280;
const LEFT = 36;
const TOP = 12;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

function Plot({ bins, label }: { bins: readonly BinRead[]; label: string }) {
  const { t } = useTranslation("reliability");
  const x = (share: number) => LEFT + share * SIZE;
  const y = (share: number) => TOP + (1 - share) * SIZE;
  const most = Math.max(...bins.map((bin) => bin.count), 1);
  return (
    <svg className={classes.plot} viewBox="0 0 330 338" role="img" aria-label={label}>
      {TICKS.map((tick) => (
        <g key={tick}>
          <line className={classes.grid} x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} />
          <text x={x(0) - 6} y={y(tick) + 4} textAnchor="end">
            {tick * 100}
          </text>
          <text x={x(tick)} y={y(0) + 16} textAnchor="middle">
            {tick * 100}
          </text>
        </g>
      ))}
      <line className={classes.diagonal} x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      {bins.map((bin) => (
        <g key={bin.low}>
          <line
            className={classes.whisker}
            x1={x(bin.mean)}
            x2={x(bin.mean)}
            y1={y(bin.right_low)}
            y2={y(bin.right_high)}
          />
          <circle
            className={classes.point}
            cx={x(bin.mean)}
            cy={y(bin.right)}
            r={2.5 + 4 * Math.sqrt(bin.count / most)}
          />
        </g>
      ))}
      <text x={x(0.5)} y={y(0) + 34} textAnchor="middle">
        {t("believe.x")}
      </text>
      <text x={x(0) + 8} y={y(1) + 14}>
        {t("believe.y")}
      </text>
    </svg>
  );
}

/** The plot's points for who does not see it. */
function Points({ bins, caption }: { bins: readonly BinRead[]; caption: string }) {
  const { t } = useTranslation("reliability");
  const formats = useFormats();
  return (
    <VisuallyHidden>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("believe.x")}</th>
            <th scope="col">{t("believe.y")}</th>
            <th scope="col">{t("accept.interval")}</th>
            <th scope="col">{t("accept.values")}</th>
          </tr>
        </thead>
        <tbody>
          {bins.map((bin) => (
            <tr key={bin.low}>
              <td>{formats.rate(bin.mean)}</td>
              <td>{formats.rate(bin.right)}</td>
              <td>{`${formats.rate(bin.right_low)} – ${formats.rate(bin.right_high)}`}</td>
              <td>{formats.number(bin.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  );
}
