import { expect, test } from "vitest";

import { fieldNames, fieldsIn } from "./field-names";

test("lines_commas_and_semicolons_part_fields", () => {
  expect(fieldNames("Komponist\nTitel, Signatur; Jahr")).toEqual(["Komponist", "Titel", "Signatur", "Jahr"]);
});

test("blanks_are_trimmed_and_doubles_left_out_whatever_their_case", () => {
  expect(fieldNames("  Erster   Satz \n\n erster satz,\tTitel ,")).toEqual(["Erster Satz", "Titel"]);
});

test("a_file_of_fields_keeps_what_it_says_of_each", () => {
  const file = { title: "Music", fields: ["Komponist", { name: "Jahr", type: "year", synonyms: ["J."] }] };
  expect(fieldsIn(JSON.stringify(file))).toEqual([
    { name: "Komponist" },
    { name: "Jahr", type: "year", description: "", values: [], synonyms: ["J."], required: false },
  ]);
});

test("json_that_is_no_file_of_fields_makes_no_fields_of_its_commas", () => {
  expect(fieldsIn('{"title": "Music", "fields": [{"label": "a"}, {"label": "b"}]}')).toEqual([]);
  expect(fieldsIn('{"title": "Music", "fie')).toEqual([]);
});

test("the_head_of_a_spreadsheet_makes_a_field_of_each_cell", () => {
  expect(fieldsIn("Komponist\tTitel")).toEqual([{ name: "Komponist" }, { name: "Titel" }]);
});
