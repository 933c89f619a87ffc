import { expect, test } from "vitest";

import { changeFields, draftOf, type FieldAction, type FieldDraft, fieldsOf } from "./field-draft";
import { problemsOf } from "./field-problems";

const three = draftOf([{ name: "Composer" }, { name: "Title" }, { name: "Year", type: "year" }]);
const names = (draft: FieldDraft) => draft.fields.map((field) => field.name);
const after = (...actions: FieldAction[]) => actions.reduce(changeFields, three);
const undo: FieldAction = { type: "undo" };

test("a_field_comes_in_at_the_end_or_below_another_and_is_open", () => {
  expect(names(after({ type: "add" }))).toEqual(["Composer", "Title", "Year", ""]);
  const below = after({ type: "add", after: 1 });
  expect(names(below)).toEqual(["Composer", "", "Title", "Year"]);
  expect(below.open).toBe(below.fields[1]?.id);
});

test("a_renamed_field_stays_the_same_field", () => {
  const draft = after({ type: "change", id: 2, change: { name: "Main title" } });
  expect(names(draft)).toEqual(["Composer", "Main title", "Year"]);
  expect(draft.fields[1]?.id).toBe(2);
});

test("typing_a_word_is_one_step_back", () => {
  const typed = ["T", "Ti", "Tit"].map((name): FieldAction => ({ type: "change", id: 1, change: { name } }));
  expect(names(after(...typed, undo))).toEqual(["Composer", "Title", "Year"]);
  const two = after(...typed, { type: "change", id: 1, change: { description: "x" } }, undo);
  expect(two.fields[0]).toMatchObject({ name: "Tit", description: "" });
});

test.each([
  [3, 0, ["Year", "Composer", "Title"]],
  [1, 2, ["Title", "Year", "Composer"]],
  [1, 99, ["Title", "Year", "Composer"]],
  [2, -5, ["Title", "Composer", "Year"]],
  [2, 1, ["Composer", "Title", "Year"]],
])("field_%i_moved_to_%i_stands_there", (id, to, expected) => {
  expect(names(after({ type: "move", id, to }))).toEqual(expected);
});

test("a_drag_over_several_rows_is_one_step_back", () => {
  const dragged = after({ type: "move", id: 3, to: 1 }, { type: "move", id: 3, to: 0 });
  expect(names(dragged)).toEqual(["Year", "Composer", "Title"]);
  expect(names(changeFields(dragged, undo))).toEqual(["Composer", "Title", "Year"]);
});

test("a_copy_has_everything_but_the_name", () => {
  const draft = after({ type: "duplicate", id: 3 }, { type: "duplicate", id: 3 });
  expect(names(draft)).toEqual(["Composer", "Title", "Year", "Year 3", "Year 2"]);
  expect(draft.fields[3]?.type).toBe("year");
  expect(new Set(draft.fields.map((field) => field.id)).size).toBe(5);
});

test("a_removed_field_comes_back_to_its_place_with_all_it_had", () => {
  const draft = after({ type: "remove", id: 2 });
  expect(names(draft)).toEqual(["Composer", "Year"]);
  expect(changeFields(draft, undo).fields).toEqual(three.fields);
});

test("a_pasted_list_makes_fields_and_leaves_out_those_that_are_there", () => {
  const draft = after({
    type: "paste",
    fields: [{ name: "Place" }, { name: "TITLE" }, { name: "Publisher" }],
  });
  expect(names(draft)).toEqual(["Composer", "Title", "Year", "Place", "Publisher"]);
  expect(after({ type: "paste", fields: [{ name: "title" }] })).toBe(three);
});

test("a_template_can_be_taken_back", () => {
  const draft = after({ type: "replace", fields: [{ name: "Only" }] });
  expect(names(draft)).toEqual(["Only"]);
  expect(names(changeFields(draft, undo))).toEqual(["Composer", "Title", "Year"]);
  expect(changeFields(three, undo)).toBe(three);
});

test("the_service_gets_tidy_names_and_values_only_where_they_hold", () => {
  const draft = after(
    { type: "change", id: 1, change: { name: "  Main   composer ", values: ["left over"] } },
    { type: "change", id: 2, change: { type: "enum", values: ["a", "b"] } },
  );
  const [first, second] = fieldsOf(draft);
  expect(first).toMatchObject({ name: "Main composer", values: [] });
  expect(second).toMatchObject({ type: "enum", values: ["a", "b"] });
});

test("what_the_service_would_refuse_is_known_before", () => {
  const draft = draftOf([
    { name: "Straße" },
    { name: " STRASSE" },
    { name: " " },
    { name: "Kind", type: "enum" },
    { name: "ok" },
  ]);
  expect([...problemsOf(draft.fields)]).toEqual([
    [1, { name: "name_clash" }],
    [2, { name: "name_clash" }],
    [3, { name: "name_empty" }],
    [4, { values: "values_missing" }],
  ]);
});
