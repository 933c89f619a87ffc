import { expect, test } from "vitest";

import { placeAfter } from "./card-cursor";

const GRID = { columns: 4, rows: 3, total: 10 };

test.each([
  ["ArrowRight", 0, 1],
  ["ArrowRight", 9, 9],
  ["ArrowLeft", 0, 0],
  ["ArrowDown", 1, 5],
  ["ArrowDown", 7, 7],
  ["ArrowUp", 5, 1],
  ["ArrowUp", 2, 2],
  ["PageDown", 0, 8],
  ["PageDown", 7, 9],
  ["PageUp", 9, 1],
  ["Home", 6, 0],
  ["End", 6, 9],
] as const)("%s leads from %i to %i", (key, from, to) => {
  expect(placeAfter(key, from, GRID)).toBe(to);
});

test("other_keys_and_an_empty_grid_lead_nowhere", () => {
  expect(placeAfter("x", 3, GRID)).toBeNull();
  expect(placeAfter("End", 0, { ...GRID, total: 0 })).toBeNull();
});
