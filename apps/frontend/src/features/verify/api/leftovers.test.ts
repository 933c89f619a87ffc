import { expect, test } from "vitest";

import { noChange } from "./change";
import { asTable, leftoversOf } from "./leftovers";

const CARDS = {
  "1.jpg": {
    typed: { Title: { text: "Sonate in g", base: "Sonate" }, Year: { text: " 1904 ", base: "1904" } },
    clashes: { Publisher: { mine: "Hug", theirs: "Simrock" } },
    failed: {
      change: {
        ...noChange(),
        set: { Title: "Sonate", Composer: null },
        accept: ["Place"],
        flag: "Look again",
      },
      error: undefined,
    },
  },
  "2.jpg": {
    typed: {},
    clashes: {},
    failed: { change: { ...noChange(), accept: ["Title"] }, error: undefined },
  },
};

test("what_was_typed_is_listed_once_with_its_newest_text_and_what_was_only_accepted_is_not", () => {
  expect(leftoversOf(CARDS)).toEqual([
    { filename: "1.jpg", field: "Publisher", text: "Hug" },
    { filename: "1.jpg", field: "Title", text: "Sonate in g" },
    { filename: "1.jpg", field: "Composer", text: "" },
    { filename: "1.jpg", field: null, text: "Look again" },
  ]);
});

test("a_copied_table_has_one_line_a_text", () => {
  const texts = [
    { filename: "1.jpg", field: "Title", text: "Sonate\nin g" },
    { filename: "1.jpg", field: null, text: "Look" },
  ];
  expect(asTable(texts, "Flag")).toBe("1.jpg\tTitle\tSonate in g\n1.jpg\tFlag\tLook");
});
