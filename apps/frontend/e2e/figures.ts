import { appendFileSync } from "node:fs";

export interface Measured {
  /** What was measured, as it stands in the table of figures. */
  name: string;
  /** Of a whole sample: all of it, in milliseconds, in the order it was taken; the median counts. */
  taken?: number[];
  /** Of a single number. */
  value?: number;
  unit: string;
  /** At most. */
  bar: number;
  how: string;
}

export const median = (taken: readonly number[]) =>
  [...taken].sort((one, other) => one - other)[Math.floor(taken.length / 2)] ?? Number.NaN;

/** Prints a figure, keeps it where `python -m bench browser` asks for it (`FIGURES`), and gives the number that counts. */
export function measured({ name, taken, value, unit, bar, how }: Measured): number {
  const counts = value ?? median(taken ?? []);
  const all = taken === undefined ? "" : ` (median of ${taken.map(Math.round).join(", ")})`;
  const told = `${Math.round(counts * 10) / 10} ${unit}${all}`;
  console.log(`${name}: ${told}, at most ${bar} ${unit}`);
  const line = { figure: name, value: told, bar: `≤ ${bar} ${unit}`, ok: counts <= bar, how };
  const kept = process.env.FIGURES;
  if (kept !== undefined) appendFileSync(kept, `${JSON.stringify(line)}\n`);
  return counts;
}
