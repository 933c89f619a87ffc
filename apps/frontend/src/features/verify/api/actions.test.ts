import { expect, test } from "vitest";

import { type Action, actionFor, actionsOf, type Place, type Pressed, type Runs } from "./actions";

const nothing = () => undefined;
const ids = [
  "accept", "other_above", "other_below", "blank", "old_value", "undo", "done", "skip", "previous", "flag", "unsaved",
  "help", "fit", "larger", "smaller", "rotate", "invert", "side", "both",
] as const; // prettier-ignore
const runs = Object.fromEntries(ids.map((id) => [id, nothing])) as Runs;
const actions: Action[] = actionsOf(runs, { unsaved: false });

function id(key: string, held: Partial<Pressed> = {}, place: Place = "field") {
  const pressed = { key, code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
  return actionFor(actions, pressed, place)?.id ?? null;
}

test("each_key_has_one_meaning", () => {
  const all = actions.flatMap((action) => action.keys);
  expect(new Set(all).size).toBe(all.length);
});

test("keys_work_while_one_types", () => {
  expect(id("Enter")).toBe("accept");
  expect(id("Enter", { ctrlKey: true })).toBe("done");
  expect(id("Enter", { metaKey: true })).toBe("done");
  expect(id("PageDown")).toBe("skip");
  expect(id("m", { altKey: true, code: "KeyM" })).toBe("flag");
  expect(id("a")).toBeNull();
  expect(id("Enter", { shiftKey: true })).toBeNull();
});

test("a_mac_that_types_a_sign_with_option_is_understood", () => {
  expect(id("µ", { altKey: true, code: "KeyM" })).toBe("flag");
  expect(id("®", { altKey: true, ctrlKey: true, code: "KeyR" })).toBe("rotate");
});

test("on_a_german_keyboard_z_is_where_it_is_written", () => {
  expect(id("z", { ctrlKey: true, code: "KeyY" })).toBe("undo");
  expect(id("y", { ctrlKey: true, code: "KeyZ" })).toBeNull();
});

test("a_question_mark_is_typed_in_a_text_and_opens_the_sheet_elsewhere", () => {
  expect(id("?", { shiftKey: true }, "field")).toBeNull();
  expect(id("F1")).toBe("help");
});

test("a_buttons_enter_stays_its_own_and_a_note_keeps_its_keys", () => {
  expect(id("Enter", {}, "page")).toBeNull();
  expect(id("Enter", { ctrlKey: true }, "page")).toBe("done");
  expect(id("Enter", { ctrlKey: true }, "text")).toBeNull();
  expect(id("F1", {}, "text")).toBe("help");
});

test("what_has_nothing_to_do_leaves_its_key_alone", () => {
  expect(id("u", { altKey: true, code: "KeyU" })).toBeNull();
});
