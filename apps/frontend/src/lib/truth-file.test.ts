import { expect, test } from "vitest";

import { BadTruth, type Fault, readTruth } from "./truth-file";

const FIELDS = ["Title", "Year", "review"];

function faultOf(name: string, content: string): Fault | null {
  try {
    readTruth(name, content, FIELDS);
    return null;
  } catch (error) {
    if (error instanceof BadTruth) return error.fault;
    throw error;
  }
}

test("truth_json_keeps_figures_as_text_and_blanks_as_null", () => {
  const { truth, cards } = readTruth(
    "truth.json",
    '{"1.jpg": {"Title": "Sonate", "Year": 1820, "review": null}}',
    FIELDS,
  );
  expect(truth).toEqual({ "1.jpg": { Title: "Sonate", Year: "1820", review: null } });
  expect(cards).toBe(1);
});

test("a_table_is_read_with_the_separator_of_its_heading", () => {
  const text = '\ufefffilename;Title;Year\r\n1.jpg;"Sonate; ""Fuge""\nin g";1820\r\n2.jpg;;\r\n';
  expect(readTruth("t.csv", text, FIELDS).truth).toEqual({
    "1.jpg": { Title: 'Sonate; "Fuge"\nin g', Year: "1820" },
    "2.jpg": { Title: null, Year: null },
  });
});

test("our_own_export_gives_back_what_it_held", () => {
  const text = "filename,Title,review,review (field)\n1.jpg,'-5,complete,yes\n";
  const { truth } = readTruth("export.csv", text, ["Title", "review (field)"]);
  expect(truth["1.jpg"]).toEqual({ Title: "-5", "review (field)": "yes" });
});

test("columns_that_are_no_field_are_left_out_and_named", () => {
  expect(readTruth("t.csv", "filename,Title,engine\n1.jpg,Sonate,local\n", FIELDS).ignored).toEqual([
    "engine",
  ]);
});

test("what_is_no_truth_is_told_by_its_reason", () => {
  expect(faultOf("truth.json", "{")).toBe("no_json");
  expect(faultOf("truth.json", "[1]")).toBe("no_json");
  expect(faultOf("t.csv", "name,Title\n1.jpg,Sonate\n")).toBe("no_filename");
  expect(faultOf("t.csv", "filename,Title\n")).toBe("no_cards");
  expect(faultOf("t.csv", "filename,engine\n1.jpg,local\n")).toBe("no_fields");
});
