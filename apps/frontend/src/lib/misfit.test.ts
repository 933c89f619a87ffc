import { expect, test } from "vitest";

import type { FieldIn } from "@/api/gen/types.gen";

import { misfitOf } from "./misfit";

const of = (type: NonNullable<FieldIn["type"]>, value: string | null) =>
  misfitOf({ name: "F", type, values: ["LP", "CD"] }, value);

test("a_year_is_four_figures_with_what_cards_write_beside_them", () => {
  for (const year of ["1904", "[1904]", "um 1904", "1904/05", "1904-1906", "© 1904?"])
    expect(of("year", year)).toBeNull();
  for (const other of ["190", "abc", "19045", "0904"]) expect(of("year", other)).toBe("year");
});

test("numbers_dates_and_lists_have_their_own_forms", () => {
  expect(["12", "1'284", "3,5", "-4"].map((value) => of("number", value))).toEqual([null, null, null, null]);
  expect(of("number", "twelve")).toBe("number");
  for (const date of ["1904-05-31", "31.5.1904", "31. Mai 1904", "May 31, 1904"])
    expect(of("date", date)).toBeNull();
  expect(of("date", "soon")).toBe("date");
  expect([of("enum", "LP"), of("enum", "MC")]).toEqual([null, "enum"]);
});

test("blank_fits_everywhere_and_free_text_holds_anything", () => {
  expect([of("year", ""), of("year", null), of("text", "190"), misfitOf(undefined, "x")]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
