import { expect, test } from "vitest";

import type { FinishedCard } from "@/api/gen/types.gen";
import { counts } from "@/testing/fake-socket";

import { NOTHING_YET, parseEvent, RECENT, takeIn } from "./run-state";

const card = (filename: string): FinishedCard => ({ filename, success: true, data: {}, error: null });

test("the_newest_card_stands_first_and_the_list_stays_short", () => {
  const many = Array.from({ length: RECENT + 5 }, (_, i) => card(`${i}.jpg`));
  const state = takeIn(NOTHING_YET, { type: "progress", ...counts({ seq: 2 }), cards: many });

  expect(state.recent).toHaveLength(RECENT);
  expect(state.recent[0]?.filename).toBe(`${RECENT + 4}.jpg`);
});

test("what_comes_late_is_ignored", () => {
  const now = takeIn(NOTHING_YET, { type: "progress", ...counts({ seq: 5, done: 9 }), cards: [] });
  const after = takeIn(now, { type: "progress", ...counts({ seq: 4, done: 3 }), cards: [card("old.jpg")] });

  expect(after).toBe(now);
});

test("a_snapshot_heals_even_when_the_numbering_began_anew", () => {
  const before = takeIn(NOTHING_YET, { type: "progress", ...counts({ seq: 90 }), cards: [card("a.jpg")] });
  const healed = takeIn(before, { type: "snapshot", ...counts({ seq: 1, done: 20 }) });

  expect(healed.counts?.done).toBe(20);
  expect(healed.recent).toHaveLength(1);
});

test("a_run_after_the_end_is_a_run_again", () => {
  const ended = takeIn(NOTHING_YET, { type: "finished", ...counts({ seq: 2, status: "completed" }) });
  expect(ended.finished).toBe(true);
  expect(takeIn(ended, { type: "progress", ...counts({ seq: 3 }), cards: [] }).finished).toBe(false);
});

test.each([
  "",
  "{",
  "null",
  '{"type":"progress","seq":1}',
  '{"type":"party","seq":1,"cards":[]}',
  '{"type":"snapshot"}',
])("%s is no event", (text) => {
  expect(parseEvent(text)).toBeNull();
});

test("bytes_are_no_event", () => {
  expect(parseEvent(new ArrayBuffer(2))).toBeNull();
});
