import { useElementSize } from "@mantine/hooks";
import { useTranslation } from "react-i18next";

import type { ModelRead } from "@/api/gen/types.gen";
import { useFormats } from "@/lib/format";

import { bandPath, curvePoints, linePoints, scaleOf } from "../api/curve";

import classes from "./learning-curve.module.css";

interface LearningCurveProps {
  curve: readonly ModelRead[];
  /** Pixels. */
  height?: number;
}

const LEFT = 40;
const TOP = 8;
const FOOT = 40;

/** F1 on held-out verified cards over the number of cards, with its spread; every point can be read as text. */
export function LearningCurve({ curve, height = 180 }: LearningCurveProps) {
  const { t } = useTranslation("learning");
  const formats = useFormats();
  const { ref, width } = useElementSize();
  const points = curvePoints(curve);
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return <p className={classes.none}>{t("curve.none")}</p>;

  const inner = { width: Math.max(40, width - LEFT - 16), height: height - TOP - FOOT };
  const scale = scaleOf(points, inner.width, inner.height);
  const said = t("curve.said", {
    from: formats.fixed(first.f1, 2),
    first: formats.number(first.cards),
    to: formats.fixed(last.f1, 2),
    last: formats.number(last.cards),
  });
  return (
    <div ref={ref} className={classes.curve}>
      <svg className={classes.plot} width={width} height={height} role="img" aria-label={said}>
        <g transform={`translate(${LEFT} ${TOP})`}>
          {scale.ticks.map((tick) => (
            <g key={tick}>
              <line className={classes.grid} x1={0} x2={inner.width} y1={scale.y(tick)} y2={scale.y(tick)} />
              <text x={-6} y={scale.y(tick) + 4} textAnchor="end">
                {formats.fixed(tick, 2)}
              </text>
            </g>
          ))}
          <path className={classes.band} d={bandPath(points, scale)} />
          <polyline className={classes.line} points={linePoints(points, scale)} />
          {points.map(({ cards, f1, spread }) => (
            <g key={cards}>
              <line
                className={classes.whisker}
                x1={scale.x(cards)}
                x2={scale.x(cards)}
                y1={scale.y(Math.min(1, f1 + spread))}
                y2={scale.y(Math.max(0, f1 - spread))}
              />
              <circle className={classes.point} cx={scale.x(cards)} cy={scale.y(f1)} r={3} />
            </g>
          ))}
          {spacedOut(
            points.map(({ cards }) => cards),
            scale.x,
          ).map((cards) => (
            <text key={cards} x={scale.x(cards)} y={inner.height + 16} textAnchor="middle">
              {formats.number(cards)}
            </text>
          ))}
          <text x={inner.width / 2} y={inner.height + 34} textAnchor="middle">
            {t("curve.axis")}
          </text>
        </g>
      </svg>
    </div>
  );
}

const APART = 36;

/** Figures under the axis that do not run into each other; the last one always stands. */
function spacedOut(cards: readonly number[], x: (at: number) => number): number[] {
  const kept: number[] = [];
  for (const at of [...cards].reverse()) {
    const nearest = kept.at(-1);
    if (nearest === undefined || x(nearest) - x(at) >= APART) kept.push(at);
  }
  return kept;
}

const SMALL = { width: 72, height: 20 };

/** The same in a line of text; what it shows is said beside it. */
export function Sparkline({ curve }: { curve: readonly ModelRead[] }) {
  const points = curvePoints(curve);
  if (points.length < 2) return null;
  const scale = scaleOf(points, SMALL.width - 8, SMALL.height - 8);
  const last = points.at(-1);
  return (
    <svg className={classes.spark} {...SMALL} aria-hidden="true">
      <g transform="translate(4 4)">
        <path className={classes.band} d={bandPath(points, scale)} />
        <polyline className={classes.line} points={linePoints(points, scale)} />
        {last !== undefined && (
          <circle className={classes.point} cx={scale.x(last.cards)} cy={scale.y(last.f1)} r={2.5} />
        )}
      </g>
    </svg>
  );
}
