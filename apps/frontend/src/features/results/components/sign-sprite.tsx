import type { Certainty } from "@/lib/certainty";

import classes from "./grid.module.css";

const DRAWN: Record<
  Exclude<Certainty, "blank">,
  { line: string; fill?: string; width: number; dash?: string }
> = {
  verified: { line: "M2.5 8.5l3.8 3.8l7.2-8", width: 2.2 },
  corrected: { line: "M2.5 13.5h2.7L13 5.7a1.9 1.9 0 0 0-2.7-2.7L2.5 10.8z", width: 1.7 },
  rejected: { line: "M4 4l8 8M12 4l-8 8", width: 2 },
  sure: { line: "", fill: "M8 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8", width: 0 },
  check: {
    line: "M8 2.7a5.3 5.3 0 1 0 0 10.6a5.3 5.3 0 0 0 0-10.6",
    fill: "M8 2.7a5.3 5.3 0 0 0 0 10.6z",
    width: 1.8,
  },
  doubtful: { line: "M8 1.8L15 14H1zM8 6.2v3.6M8 11.5v.9", width: 1.7 },
  maybe_blank: {
    line: "M8 2.2a5.8 5.8 0 1 0 0 11.6a5.8 5.8 0 0 0 0-11.6M8 4.8v3.8M8 10.7v.6",
    width: 1.6,
    dash: "2.5 2",
  },
};

/** The signs, drawn once for all cells: a cell of its own drawing would cost three more nodes each. */
export function SignSprite() {
  return (
    <svg className={classes.sprite} aria-hidden="true">
      {Object.entries(DRAWN).map(([name, { line, fill, width, dash }]) => (
        <symbol key={name} id={`sign-${name}`} viewBox="0 0 16 16">
          {fill !== undefined && <path d={fill} fill="currentColor" />}
          {line !== "" && (
            <path
              d={line}
              fill="none"
              stroke="currentColor"
              strokeWidth={width}
              strokeLinecap="round"
              strokeLinejoin="round"
              strokeDasharray={dash}
            />
          )}
        </symbol>
      ))}
    </svg>
  );
}

export function CellSign({ certainty, label }: { certainty: Certainty; label: string }) {
  if (certainty === "blank") return null;
  return (
    <svg className={classes.sign} data-certainty={certainty} role="img" aria-label={label}>
      <use href={`#sign-${certainty}`} />
    </svg>
  );
}
