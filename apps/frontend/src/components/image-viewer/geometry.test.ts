import { expect, test } from "vitest";

import { stripOf, textBetween, unionOf, wordAt } from "./geometry";

const PAGE = { width: 1600, height: 1000 };
const LINE = [0.1, 0.2, 0.5, 0.05] as const;

test("the_magnifier_shows_the_line_large_and_never_beyond_its_place", () => {
  const strip = stripOf([LINE], PAGE, 470)!;
  expect(strip.image.height * LINE[3]).toBeLessThanOrEqual(30);
  expect(strip.left).toBeLessThanOrEqual(LINE[0] * strip.image.width);
  expect(strip.left + 470).toBeGreaterThanOrEqual((LINE[0] + LINE[2]) * strip.image.width);
  expect(stripOf([], PAGE, 470)).toBeNull();
});

test("words_are_found_under_the_pointer_and_joined_in_reading_order", () => {
  const words = [
    { text: "Zum", box: [0.1, 0.1, 0.1, 0.05] as const },
    { text: "Problem", box: [0.22, 0.1, 0.1, 0.05] as const },
  ];
  expect(wordAt(words, { x: 0.15, y: 0.12 })).toBe(0);
  expect(wordAt(words, { x: 0.15, y: 0.4 })).toBe(-1);
  expect(textBetween(words, 1, 0)).toBe("Zum Problem");
  expect(unionOf(words.map((word) => word.box))?.map((side) => Number(side.toFixed(2)))).toEqual([
    0.1, 0.1, 0.22, 0.05,
  ]);
});
