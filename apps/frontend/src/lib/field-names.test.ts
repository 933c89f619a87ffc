import { expect, test } from "vitest";

import { fieldNames } from "./field-names";

test("lines_commas_and_semicolons_part_fields", () => {
  expect(fieldNames("Komponist\nTitel, Signatur; Jahr")).toEqual(["Komponist", "Titel", "Signatur", "Jahr"]);
});

test("blanks_are_trimmed_and_doubles_left_out_whatever_their_case", () => {
  expect(fieldNames("  Erster   Satz \n\n erster satz,\tTitel ,")).toEqual(["Erster Satz", "Titel"]);
});
