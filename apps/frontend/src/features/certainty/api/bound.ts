const CONFIDENCE = 0.95;
const MOST = 20_000;

/** The shares of wrong values that a person may aim at. */
export const GOALS = [0.05, 0.02, 0.01] as const;
export const FIRST_GOAL = 0.02;

/** Checked values without an error that a goal needs: 149 for 2 %. */
export function sampleFor(goal: number): number {
  return Math.ceil(Math.log(1 - CONFIDENCE) / Math.log(1 - goal));
}

/** How many more values without an error bring the bound down to the goal; null where none do in reason. */
export function moreNeeded(wrong: number, checked: number, goal: number): number | null {
  if (!reached(wrong, MOST, goal)) return null;
  let low = checked;
  let high = MOST;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (reached(wrong, middle, goal)) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low - checked);
}

/** Such a sample rules out that more than the goal is wrong (Clopper and Pearson, one-sided). */
function reached(wrong: number, checked: number, goal: number): boolean {
  return checked > wrong && atMost(wrong, checked, goal) <= 1 - CONFIDENCE;
}

/** The chance of at most so many errors, term by term, in logarithms. */
function atMost(wrong: number, checked: number, rate: number): number {
  let term = checked * Math.log1p(-rate);
  let total = Math.exp(term);
  for (let k = 1; k <= wrong; k += 1) {
    term += Math.log(checked - k + 1) - Math.log(k) + Math.log(rate) - Math.log1p(-rate);
    total += Math.exp(term);
  }
  return total;
}
