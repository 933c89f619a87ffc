import { useTranslation } from "react-i18next";

import type { AuditRead } from "@/api/gen/types.gen";
import { useFormats } from "@/lib/format";

import classes from "./parts.module.css";

const WIDTH = 312;
const LEFT = 4;

/** Share of errors, bound and goal on one line. */
export function BoundScale({ audit, goal }: { audit: AuditRead; goal: number }) {
  const { t } = useTranslation("reliability");
  const formats = useFormats();
  const end = roundEnd(Math.max(audit.bound, goal * 1.6));
  const x = (share: number) => LEFT + (share / end) * WIDTH;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => part * end);
  return (
    <svg
      className={classes.scale}
      viewBox="0 0 320 56"
      role="img"
      aria-label={t("audit.scale", {
        bound: formats.rate(audit.bound, 1),
        goal: formats.rate(goal),
        rate: formats.rate(audit.rate ?? 0, 1),
      })}
    >
      <line className={classes.axis} x1={x(0)} x2={x(end)} y1={26} y2={26} />
      {ticks.map((tick, place) => (
        <g key={tick}>
          <line className={classes.axis} x1={x(tick)} x2={x(tick)} y1={22} y2={30} />
          <text
            x={x(tick)}
            y={48}
            textAnchor={place === 0 ? "start" : place === ticks.length - 1 ? "end" : "middle"}
          >
            {formats.rate(tick, Number.isInteger(Math.round(tick * 10_000) / 100) ? 0 : 1)}
          </text>
        </g>
      ))}
      <rect className={classes.band} x={x(0)} y={20} width={x(audit.bound) - x(0)} height={12} />
      <line className={classes.whisker} x1={x(audit.bound)} x2={x(audit.bound)} y1={14} y2={38} />
      {audit.rate !== null && <circle className={classes.point} cx={x(audit.rate)} cy={26} r={4} />}
      <line className={classes.goal} x1={x(goal)} x2={x(goal)} y1={10} y2={38} />
      <text x={x(goal) + 6} y={12}>
        {t("audit.goal_at", { goal: formats.rate(goal) })}
      </text>
    </svg>
  );
}

const ENDS = [0.02, 0.04, 0.08, 0.12, 0.2, 0.4, 0.6, 1];

function roundEnd(least: number): number {
  return ENDS.find((end) => end >= least) ?? 1;
}
