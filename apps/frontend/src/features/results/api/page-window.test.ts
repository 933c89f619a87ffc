import { expect, test } from "vitest";

import { pagesOf, placeOf } from "./page-window";

test("only_the_pages_in_view_are_asked_for", () => {
  expect(pagesOf(0, 30, undefined)).toEqual([0]);
  expect(pagesOf(90, 130, 50_000)).toEqual([0, 1]);
  expect(pagesOf(24_980, 25_010, 50_000)).toEqual([249, 250]);
});

test("no_page_lies_behind_the_end", () => {
  expect(pagesOf(90, 130, 95)).toEqual([0]);
  expect(pagesOf(500, 530, 20)).toEqual([0]);
  expect(pagesOf(0, 30, 0)).toEqual([0]);
});

test("a_row_has_its_place_on_its_page", () => {
  expect(placeOf(12_345)).toEqual({ page: 123, place: 45 });
});
