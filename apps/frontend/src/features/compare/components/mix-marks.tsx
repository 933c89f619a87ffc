import { useTranslation } from "react-i18next";

import type { MixesRead, MixRead } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { useFormats } from "@/lib/format";

import { type scaleOf, verdictOf } from "../api/names";

import classes from "./mix-table.module.css";

export type Scale = ReturnType<typeof scaleOf>;
const placeOn = (scale: Scale, at: number) => `${(100 * (at - scale.from)) / (scale.to - scale.from)}%`;

export function Mark({ at, scale }: { at: number; scale: Scale }) {
  const formats = useFormats();
  return (
    <span className={classes.mark} style={{ left: placeOn(scale, at) }}>
      {formats.fixed(at, 2)}
    </span>
  );
}

/** F1 with what other cards of the drawer may make of it. */
export function Interval({ mix, scale }: { mix: MixRead; scale: Scale }) {
  if (mix.low === null || mix.high === null || mix.f1 === null) return null;
  const { low, high, f1 } = mix;
  return (
    <span className={classes.axis} aria-hidden="true">
      {scale.marks.map((mark) => (
        <span key={mark} className={classes.grid} style={{ left: placeOn(scale, mark) }} />
      ))}
      <span
        className={classes.range}
        style={{ left: placeOn(scale, low), right: `calc(100% - ${placeOn(scale, high)})` }}
      />
      <span className={classes.dot} style={{ left: placeOn(scale, f1) }} />
    </span>
  );
}

const ICONS = { noise: "minus", better: "chevron_up", worse: "chevron_down" } as const;

/** The paired test in a word; its interval where the pointer rests. */
export function Against({ mix, found }: { mix: MixRead; found: MixesRead }) {
  const { t } = useTranslation("compare");
  const formats = useFormats();
  const verdict = verdictOf(mix, found.compared_with);
  if (verdict === "base") return <span className={classes.quiet}>{t("verdict.base")}</span>;
  const { difference } = mix;
  if (verdict === "unknown" || difference === null) return <span className={classes.quiet}>–</span>;
  const signed = (value: number) => `${value < 0 ? "−" : "+"}${formats.fixed(Math.abs(value), 3)}`;
  return (
    <span className={classes.verdict} data-way={verdict}>
      <Icon name={ICONS[verdict]} size={14} />
      <span>
        {t(`verdict.${verdict}`)}{" "}
        <span className={classes.quiet}>
          {signed(difference.difference)} ({signed(difference.low)} … {signed(difference.high)})
        </span>
      </span>
    </span>
  );
}
