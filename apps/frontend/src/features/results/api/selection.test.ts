import { expect, test } from "vitest";

import { addRange, countChosen, EVERYBODY, isChosen, NOBODY, toggle } from "./selection";

const card = (number: number) => ({ filename: `${number}.jpg`, version: number });

test("a_click_chooses_and_a_second_one_takes_back", () => {
  const one = toggle(NOBODY, card(1), 0);
  expect(isChosen(one, "1.jpg")).toBe(true);
  expect(countChosen(toggle(one, card(1), 0), 50_000)).toBe(0);
});

test("all_that_match_are_chosen_without_their_names_but_for_a_few", () => {
  const but = toggle(EVERYBODY, card(7), 6);
  expect(countChosen(but, 50_000)).toBe(49_999);
  expect(isChosen(but, "7.jpg")).toBe(false);
  expect(countChosen(addRange(but, [card(7), card(8)]), 50_000)).toBe(50_000);
});

test("a_range_keeps_the_anchor_and_the_versions_that_were_seen", () => {
  const range = addRange(toggle(NOBODY, card(1), 0), [card(1), card(2), card(3)]);
  expect(range.anchor).toBe(0);
  expect(range.kind === "some" && [...range.cards]).toEqual([
    ["1.jpg", 1],
    ["2.jpg", 2],
    ["3.jpg", 3],
  ]);
});
