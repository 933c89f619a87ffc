import type { ModelRead } from "@/api/gen/types.gen";

export interface CurvePoint {
  cards: number;
  f1: number;
  /** Standard error over cards. */
  spread: number;
}

export interface Scale {
  x: (cards: number) => number;
  y: (f1: number) => number;
  /** Round figures at which lines are drawn. */
  ticks: readonly number[];
}

/** What is known of every training, the fewest cards first; of several with as many cards the newest. */
export function curvePoints(curve: readonly ModelRead[]): CurvePoint[] {
  const byCards = new Map<number, CurvePoint & { version: number }>();
  for (const { cards, f1_macro: f1, spread, version } of curve) {
    const known = byCards.get(cards);
    if (f1 !== null && (known === undefined || known.version < version))
      byCards.set(cards, { cards, f1, spread: spread ?? 0, version });
  }
  return [...byCards.values()]
    .sort((a, b) => a.cards - b.cards)
    .map(({ cards, f1, spread }) => ({ cards, f1, spread }));
}

const STEPS = [0.02, 0.05, 0.1, 0.2, 0.25];

/** Fits all points with their spread; never closer than a tenth, or noise would look like a mountain. */
export function scaleOf(points: readonly CurvePoint[], width: number, height: number): Scale {
  const lows = points.map(({ f1, spread }) => f1 - spread);
  const highs = points.map(({ f1, spread }) => f1 + spread);
  const least = Math.max(0, Math.min(...lows, 1));
  const most = Math.min(1, Math.max(...highs, 0));
  const spare = Math.max(0, 0.1 - (most - least)) / 2;
  const step = STEPS.find((one) => (most - least + 2 * spare) / one <= 5) ?? 0.25;
  const low = Math.max(0, Math.floor((least - spare) / step + 1e-9) * step);
  const high = Math.min(1, Math.ceil((most + spare) / step - 1e-9) * step);
  const cards = points.map((point) => point.cards);
  const first = Math.min(...cards);
  const across = Math.max(1, Math.max(...cards) - first);
  const ticks: number[] = [];
  for (let at = low; at <= high + 1e-9; at += step) ticks.push(Math.round(at * 1000) / 1000);
  return {
    x: (at) => (points.length < 2 ? width / 2 : ((at - first) / across) * width),
    y: (f1) => height - ((f1 - low) / (high - low)) * height,
    ticks,
  };
}

/** The band of the spread: along the top, back along the bottom. */
export function bandPath(points: readonly CurvePoint[], scale: Scale): string {
  const top = points.map(({ cards, f1, spread }) => `${scale.x(cards)},${scale.y(Math.min(1, f1 + spread))}`);
  const bottom = points.map(
    ({ cards, f1, spread }) => `${scale.x(cards)},${scale.y(Math.max(0, f1 - spread))}`,
  );
  return `M${[...top, ...bottom.reverse()].join(" ")}Z`;
}

export function linePoints(points: readonly CurvePoint[], scale: Scale): string {
  return points.map(({ cards, f1 }) => `${scale.x(cards)},${scale.y(f1)}`).join(" ");
}
