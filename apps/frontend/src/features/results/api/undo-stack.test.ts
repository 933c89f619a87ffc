import { expect, test } from "vitest";

import { changeTo, inverseOf, NOTHING_DONE, push, redid, type Step, undid } from "./undo-stack";

const step = (value: string): Extract<Step, { kind: "cell" }> => ({
  kind: "cell",
  filename: "a.jpg",
  field: "Titel",
  before: { verdict: null, value: "read" },
  after: { verdict: "corrected", value },
});

test("what_was_undone_can_be_done_again_until_something_new_is_done", () => {
  const two = push(push(NOTHING_DONE, step("one")), step("two"));
  const back = undid(two, inverseOf(step("two")));
  expect(back).toEqual({ done: [step("one")], undone: [inverseOf(step("two"))] });
  expect(redid(back, step("two"))).toEqual(two);
  expect(push(back, step("three")).undone).toEqual([]);
});

test("a_step_that_somebody_overtook_is_forgotten", () => {
  expect(undid(push(NOTHING_DONE, step("one")), null)).toEqual(NOTHING_DONE);
});

test("the_stack_forgets_the_oldest_of_very_many", () => {
  let stack = NOTHING_DONE;
  for (let turn = 0; turn < 250; turn += 1) stack = push(stack, step(String(turn)));
  expect(stack.done).toHaveLength(200);
});

test("a_cell_that_nobody_had_judged_gets_the_machines_word_back", () => {
  expect(changeTo("Titel", { verdict: null, value: "read" })).toEqual({ clear: ["Titel"] });
  expect(changeTo("Titel", { verdict: "rejected", value: null })).toEqual({ reject: ["Titel"] });
  expect(changeTo("Titel", { verdict: "corrected", value: "x" })).toEqual({ set: { Titel: "x" } });
});
