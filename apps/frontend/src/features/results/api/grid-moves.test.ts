import { expect, test } from "vitest";

import { begins, type GridState, keyWhileEditing, keyWhileMoving, moveGrid } from "./grid-moves";

const SIZE = { rows: 50_000, columns: 12, page: 20 };
const at = (row: number, column: number): GridState => ({ row, column, editing: null });
const key = (name: string, part: Partial<{ shift: boolean; command: boolean; alt: boolean }> = {}) => ({
  key: name,
  shift: false,
  command: false,
  alt: false,
  ...part,
});

test("the_focus_stays_inside_the_table_and_may_enter_its_head", () => {
  expect(moveGrid(at(0, 0), { type: "step", rows: -5, columns: -1 }, SIZE)).toEqual(at(-1, 0));
  expect(moveGrid(at(49_999, 11), { type: "step", rows: 1, columns: 1 }, SIZE)).toEqual(at(49_999, 11));
  expect(moveGrid(at(3, 4), { type: "last" }, SIZE)).toEqual(at(49_999, 11));
  expect(moveGrid(at(100, 4), { type: "page", direction: -1 }, SIZE)).toEqual(at(81, 4));
});

test("fewer_rows_after_a_filter_take_the_focus_along", () => {
  expect(moveGrid(at(400, 4), { type: "resize" }, { ...SIZE, rows: 10 })).toEqual(at(9, 4));
});

test("the_head_is_not_edited", () => {
  expect(moveGrid(at(-1, 4), { type: "edit", draft: "x", by: "typing" }, SIZE).editing).toBeNull();
});

test("enter_and_tab_save_and_move_escape_only_leaves", () => {
  expect(keyWhileEditing(key("Enter"), "opening")).toEqual({
    save: true,
    move: { type: "done", rows: 1, columns: 0 },
  });
  expect(keyWhileEditing(key("Tab", { shift: true }), "opening")?.move).toEqual({
    type: "done",
    rows: 0,
    columns: -1,
  });
  expect(keyWhileEditing(key("Escape"), "typing")?.save).toBe(false);
});

test("arrows_leave_a_value_that_was_begun_by_typing_and_stay_in_one_that_was_opened", () => {
  expect(keyWhileEditing(key("ArrowRight"), "typing")?.move).toEqual({ type: "done", rows: 0, columns: 1 });
  expect(keyWhileEditing(key("ArrowRight"), "opening")).toBeNull();
});

test("letters_begin_to_type_and_commands_do_not", () => {
  expect(["a", "Ä", "1", "-"].every((one) => begins(key(one)))).toBe(true);
  expect(begins(key(" ")) || begins(key("F2")) || begins(key("z", { command: true }))).toBe(false);
  expect(keyWhileMoving(key("ArrowDown", { command: true }))).toEqual({ type: "last" });
  expect(keyWhileMoving(key("Tab"))).toBeNull();
});
