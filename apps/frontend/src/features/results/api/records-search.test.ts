import { expect, test } from "vitest";

import { filterOf, isFiltered, nextSort, queryOf, readRecordsSearch } from "./records-search";

test("an_address_made_by_hand_does_no_harm", () => {
  expect(
    readRecordsSearch({ sort: "card", order: "up", review: "maybe", max: 7, value: "x", q: 1904 }),
  ).toEqual({
    q: "1904",
  });
});

test("a_filter_by_a_blank_value_is_not_the_same_as_none", () => {
  expect(filterOf(readRecordsSearch({ field: "Verlag", value: "" }))).toEqual({ field: "Verlag", value: "" });
  expect(filterOf(readRecordsSearch({ field: "Verlag" }))).toEqual({ field: "Verlag" });
});

test("a_heads_click_goes_up_down_and_back_to_card_order", () => {
  const up = nextSort({}, "field:Titel");
  const down = nextSort(up, "field:Titel");
  expect(queryOf(up)).toEqual({ sort: "field:Titel" });
  expect(queryOf(down)).toEqual({ sort: "field:Titel", order: "desc" });
  expect(queryOf(nextSort(down, "field:Titel"))).toEqual({});
  expect(isFiltered(down)).toBe(false);
});

test("where_readers_differ_is_a_part_of_the_address_and_of_the_filter", () => {
  expect(readRecordsSearch({ differ: "sometimes" })).toEqual({});
  const search = readRecordsSearch({ differ: "open", field: "Titel" });
  expect(filterOf(search)).toEqual({ differ: "open", field: "Titel" });
  expect(isFiltered({ differ: "any" })).toBe(true);
});
