import classes from "./meter.module.css";

export interface Share {
  value: number;
  kind: "read" | "failed" | "verified";
}

interface MeterProps {
  shares: readonly Share[];
  whole: number;
  /** Given: the bar speaks for itself. Not given: the figures beside it do. */
  label?: string;
  text?: string;
  tall?: boolean;
}

/** A bar of shares of one whole. Failures are striped, so they are told apart without colour. */
export function Meter({ shares, whole, label, text, tall = false }: MeterProps) {
  const sum = shares.reduce((total, share) => total + share.value, 0);
  const bars = shares
    .filter((share) => share.value > 0 && whole > 0)
    .map((share) => (
      <span
        key={share.kind}
        className={classes.share}
        data-kind={share.kind}
        style={{ width: `${Math.min(100, (share.value / whole) * 100)}%` }}
      />
    ));
  if (label === undefined) {
    return (
      <span className={classes.meter} aria-hidden="true">
        {bars}
      </span>
    );
  }
  return (
    <div
      className={classes.meter}
      data-tall={tall || undefined}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={whole}
      aria-valuenow={sum}
      aria-valuetext={text}
    >
      {bars}
    </div>
  );
}
