/** When cards were finished, in milliseconds; the newest last. */
export type Pace = readonly number[];

const PAUSE = 180_000;
const WINDOW = 60;

export function finishedAt(pace: Pace, now: number): Pace {
  return [...pace.slice(-(WINDOW - 1)), now];
}

/** Over the last cards, without the pauses between them; unknown before the fifth. */
export function cardsPerHour(pace: Pace): number | null {
  const gaps = pace.slice(1).map((at, place) => at - (pace[place] ?? at));
  const worked = gaps.filter((gap) => gap <= PAUSE);
  const time = worked.reduce((sum, gap) => sum + gap, 0);
  return worked.length < 4 || time === 0 ? null : (worked.length / time) * 3_600_000;
}
