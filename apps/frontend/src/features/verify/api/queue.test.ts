import { expect, test } from "vitest";

import type { QueueItem } from "@/api/gen/types.gen";

import { begun, continued, marked, PIECE, placeIn, trimmed } from "./queue";
import { readQueueView } from "./queue-view";

const item = (n: number): QueueItem => ({
  filename: `${n}.jpg`,
  thumbnail_url: "",
  status: "done",
  review: "none",
  flag: null,
  field: null,
  blank: false,
  confidence: null,
  cursor: String(n),
});
const items = (from: number, count: number) => Array.from({ length: count }, (_, n) => item(from + n));

test("pieces_join_without_showing_a_card_twice", () => {
  const first = begun([item(0), item(1)], { items: items(1, PIECE), total: 40 });
  const both = continued(first, { items: items(PIECE, 3), total: 39 });

  expect(both.items.map((one) => one.filename)).toEqual(items(0, PIECE + 3).map((one) => one.filename));
  expect([first.ended, both.ended, both.total]).toEqual([false, true, 39]);
});

test("cards_far_behind_are_let_go", () => {
  const long = begun([], { items: items(0, 100), total: 50_000 });
  const short = trimmed(long, "90.jpg");

  expect(short.items).toHaveLength(40);
  expect(placeIn(short, "90.jpg")).toBe(30);
  expect(trimmed(long, "20.jpg")).toBe(long);
});

test("a_finished_card_counts_down_and_keeps_its_place", () => {
  const queue = marked(begun([], { items: items(0, 3), total: 3 }), "1.jpg", { review: "complete" });
  const twice = marked(queue, "1.jpg", { review: "complete" });
  const undone = marked(twice, "1.jpg", { review: "partial" });

  expect([queue.total, twice.total, undone.total]).toEqual([2, 2, 3]);
  expect(queue.items[1]?.review).toBe("complete");
});

test("an_address_holds_the_queue_and_nonsense_in_it_is_left_out", () => {
  expect(readQueueView({})).toEqual({ order: "doubt", show: "open" });
  expect(readQueueView({ order: "card", show: "failed", field: 1904 })).toEqual({
    order: "card",
    show: "failed",
    field: "1904",
  });
  expect(readQueueView({ order: "x", show: 3, field: "" })).toEqual({ order: "doubt", show: "open" });
});
