import { expect, test } from "vitest";

import { stripOf, textBetween, unionOf, wordAt } from "./geometry";
import { FIRST_VIEW, fitScale, lookAt, onImage, sheetOf, viewReducer } from "./view";

const STAGE = { width: 800, height: 400 };
const PAGE = { width: 1600, height: 1000 };
const LINE = [0.1, 0.2, 0.5, 0.05] as const;

test("the_whole_card_fits_upright_and_turned", () => {
  expect(fitScale(STAGE, PAGE, 0)).toBe(0.4);
  expect(fitScale(STAGE, PAGE, 90)).toBe(0.25);
});

test("a_place_on_the_screen_is_the_same_place_on_the_card_however_it_lies", () => {
  for (const turn of [0, 90, 180, 270] as const) {
    const view = { ...FIRST_VIEW, turn, zoom: 6, centre: { x: 0.3, y: 0.6 } };
    const middle = onImage(sheetOf(STAGE, PAGE, view), turn, { x: 400, y: 200 });
    expect(middle.x).toBeCloseTo(0.3);
    expect(middle.y).toBeCloseTo(0.6);
  }
});

test("it_is_enlarged_only_where_print_is_too_small_and_not_against_a_persons_will", () => {
  expect(lookAt([LINE], [LINE], PAGE, 0.4).zoom).toBe(1);
  const small = lookAt([LINE], [LINE], PAGE, 0.2);
  expect(small.zoom).toBeCloseTo(1.8);
  expect(viewReducer(FIRST_VIEW, { type: "looked", ...small }).zoom).toBeCloseTo(1.8);
  const fitted = viewReducer(FIRST_VIEW, { type: "fitted" });
  expect(viewReducer(fitted, { type: "looked", ...small }).zoom).toBe(1);
});

test("the_next_card_lies_straight_and_stays_inverted", () => {
  const view = [
    { type: "turned" },
    { type: "inverted" },
    { type: "zoomed", by: 2 },
    { type: "next_card" },
  ] as const;
  expect(view.reduce(viewReducer, FIRST_VIEW)).toEqual({ ...FIRST_VIEW, inverted: true });
});

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
