import { expect, test } from "vitest";

import { AS_IT_CAME, keepLayout, loadLayout, moved, resized, shown, shownOrHidden } from "./column-layout";

const FIELDS = ["A", "B", "C"];
const wide = () => 100;

test("columns_are_moved_hidden_and_drawn_wider", () => {
  const layout = resized(shownOrHidden(moved(AS_IT_CAME, FIELDS, "C", -1), "A", false), "C", 240.4);
  expect(shown(layout, FIELDS, wide)).toEqual([
    { name: "C", width: 240 },
    { name: "B", width: 100 },
  ]);
});

test("a_field_that_came_later_stands_at_the_end_and_one_that_is_gone_is_left_out", () => {
  const layout = { ...AS_IT_CAME, order: ["B", "Gone", "A"] };
  expect(shown(layout, FIELDS, wide).map(({ name }) => name)).toEqual(["B", "A", "C"]);
});

test("the_layout_is_kept_for_each_batch", () => {
  keepLayout("one", resized(AS_IT_CAME, "A", 5));
  expect(loadLayout("one").widths).toEqual({ A: 56 });
  expect(loadLayout("another")).toEqual(AS_IT_CAME);
  localStorage.setItem("indexcards.columns.one", "{broken");
  expect(loadLayout("one")).toEqual(AS_IT_CAME);
});
