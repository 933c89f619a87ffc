import { expect, test } from "vitest";

import { noChange } from "./change";
import { keepDrafts, keptDrafts, NO_WORK, type Work, type WorkEvent, workReducer } from "./work";

const after = (events: WorkEvent[], from: Work = NO_WORK) => events.reduce(workReducer, from);
const typed = (text: string, whole = false): WorkEvent => ({
  type: "typed",
  filename: "a.jpg",
  field: "Titel",
  text,
  stands: "Sonate",
  whole,
});

test("letters_typed_in_one_go_are_one_step_and_a_word_put_in_is_another", () => {
  const work = after([typed("Sonaten"), typed("Sonaten,"), typed("Fuge", true)]);

  expect(work.steps).toHaveLength(2);
  const once = workReducer(work, { type: "undone" });
  expect(once.cards["a.jpg"]?.typed.Titel).toEqual({ text: "Sonaten,", base: "Sonate" });
  expect(workReducer(once, { type: "undone" }).cards).toEqual({});
});

test("what_is_typed_while_the_save_is_under_way_stays", () => {
  const change = { ...noChange(), set: { Titel: "Fuge" } };
  const work = after([
    typed("Fuge"),
    typed("Fuge in g"),
    { type: "saved", filename: "a.jpg", change, back: null },
  ]);

  expect(work.cards["a.jpg"]?.typed.Titel).toEqual({ text: "Fuge in g", base: "Fuge" });
});

test("a_saved_text_leaves_no_draft_and_its_step_is_the_save", () => {
  const change = { ...noChange(), set: { Titel: "Fuge" } };
  const back = { ...noChange(), clear: ["Titel"] };
  const work = after([typed("Fuge "), { type: "saved", filename: "a.jpg", change, back }]);

  expect(work.cards).toEqual({});
  expect(work.steps).toEqual([{ kind: "saved", filename: "a.jpg", back }]);
});

test("a_failed_save_keeps_the_text_and_a_conflict_is_settled_field_by_field", () => {
  const change = { ...noChange(), set: { Titel: "Fuge" } };
  const failed = after([
    typed("Fuge"),
    { type: "failed", filename: "a.jpg", change, error: new Error("away") },
  ]);
  expect(failed.cards["a.jpg"]?.typed.Titel?.text).toBe("Fuge");
  expect(failed.cards["a.jpg"]?.failed?.change).toBe(change);

  const clashes = { Titel: { mine: "Fuge", theirs: "Suite" } };
  const clashed = after([{ type: "clashed", filename: "a.jpg", clashes }], after([typed("Fuge")]));
  expect(clashed.cards["a.jpg"]?.clashes).toEqual(clashes);
  expect(after([{ type: "settled", filename: "a.jpg", field: "Titel" }], clashed).cards).toEqual({});
});

test("escape_drops_what_was_typed_into_one_field", () => {
  expect(after([typed("Fuge"), { type: "dropped", filename: "a.jpg", field: "Titel" }]).cards).toEqual({});
});

test("drafts_outlive_a_reload_of_their_own_batch", () => {
  keepDrafts("drawer", after([typed("Fuge")]));

  expect(keptDrafts("drawer").cards["a.jpg"]?.typed).toEqual({ Titel: { text: "Fuge", base: "Sonate" } });
  expect(keptDrafts("another")).toEqual(NO_WORK);
  window.sessionStorage.setItem("indexcards.drafts.drawer", "{broken");
  expect(keptDrafts("drawer")).toEqual(NO_WORK);
  window.sessionStorage.clear();
});
