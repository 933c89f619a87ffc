import type { MixRead } from "@/api/gen/types.gen";

/** As people call it: the model, where there is one. */
export function nameOf(reader: { engine: string; model: string | null }, local: string): string {
  return reader.engine === "local" ? local : (reader.model ?? reader.engine);
}

export function mixName(mix: MixRead, local: string): string {
  return mix.readers.map((reader) => nameOf(reader, local)).join(" + ");
}

export type Verdict = "base" | "noise" | "better" | "worse" | "unknown";

/** Beside the mix that all are compared with; what may be chance is no difference. */
export function verdictOf(mix: MixRead, comparedWith: string | null): Verdict {
  if (mix.key === comparedWith) return "base";
  if (mix.difference === null) return "unknown";
  if (mix.difference.noise) return "noise";
  return mix.difference.difference > 0 ? "better" : "worse";
}

/** The scale of the intervals, in steps of five hundredths. */
export function scaleOf(mixes: readonly MixRead[]): { from: number; to: number; marks: number[] } {
  const low = Math.min(...mixes.map((mix) => mix.low ?? 1), 1);
  const high = Math.max(...mixes.map((mix) => mix.high ?? 0), 0);
  const from = Math.floor(low * 20) / 20;
  const to = Math.max(from + 0.05, Math.ceil(high * 20) / 20);
  const step = to - from > 0.4 ? 0.2 : to - from > 0.2 ? 0.1 : 0.05;
  const marks = [];
  for (let at = Math.ceil(from / step) * step; at <= to + 1e-9; at += step) marks.push(Number(at.toFixed(2)));
  return { from, to, marks };
}
