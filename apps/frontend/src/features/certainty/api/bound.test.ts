import { expect, test } from "vitest";

import { moreNeeded, sampleFor } from "./bound";

test("a_sample_without_an_error_is_as_large_as_the_goal_needs", () => {
  expect([0.05, 0.02, 0.01].map(sampleFor)).toEqual([59, 149, 299]);
});

test("what_is_still_needed_agrees_with_the_size_of_a_clean_sample", () => {
  expect(moreNeeded(0, 0, 0.02)).toBe(149);
  expect(moreNeeded(0, 140, 0.02)).toBe(9);
  expect(moreNeeded(0, 149, 0.02)).toBe(0);
});

test("an_error_makes_the_way_longer", () => {
  // 1 error in 236 values: the bound of Clopper and Pearson falls to 2 %.
  expect(moreNeeded(1, 224, 0.02)).toBe(12);
  expect(moreNeeded(3, 100, 0.02)).toBeGreaterThan(moreNeeded(2, 100, 0.02)!);
});
