import { expect, test } from "vitest";

import type { ModelRead } from "@/api/gen/types.gen";

import { curvePoints, scaleOf } from "./curve";

function model(version: number, cards: number, f1: number | null, spread: number | null = 0.02): ModelRead {
  return {
    version,
    cards,
    f1_macro: f1,
    spread,
    created_at: "2026-11-20T09:00:00Z",
    seconds: 1,
    f1_micro: f1,
    rules_macro: null,
    rules_micro: null,
    calibration_error: null,
  };
}

test("of_several_trainings_with_as_many_cards_the_newest_counts", () => {
  const points = curvePoints([model(3, 10, 0.7), model(1, 5, 0.5), model(2, 10, 0.6), model(4, 12, null)]);
  expect(points.map(({ cards, f1 }) => [cards, f1])).toEqual([
    [5, 0.5],
    [10, 0.7],
  ]);
});

test("points_and_their_spread_lie_within_the_plot", () => {
  const points = curvePoints([model(1, 5, 0.5, 0.1), model(2, 20, 0.97, 0.05)]);
  const { x, y, ticks } = scaleOf(points, 300, 100);
  expect([x(5), x(20)]).toEqual([0, 300]);
  for (const at of [0.4, 1]) {
    expect(y(at)).toBeGreaterThanOrEqual(-1e-6);
    expect(y(at)).toBeLessThanOrEqual(100 + 1e-6);
  }
  expect(ticks.length).toBeLessThanOrEqual(7);
});

test("a_hundredth_does_not_look_like_a_mountain", () => {
  const points = curvePoints([model(1, 5, 0.8, 0), model(2, 20, 0.81, 0)]);
  const { y } = scaleOf(points, 300, 100);
  expect(Math.abs(y(0.8) - y(0.81))).toBeLessThanOrEqual(10);
});

test("a_single_training_is_a_point_in_the_middle", () => {
  expect(scaleOf(curvePoints([model(1, 5, 0.8)]), 300, 100).x(5)).toBe(150);
});
