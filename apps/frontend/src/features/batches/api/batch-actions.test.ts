import { expect, test } from "vitest";

import { makeBatch } from "@/testing/factories";

import { batchActions, placeOf } from "./batch-actions";

const next = (part: Parameters<typeof makeBatch>[0]) =>
  batchActions(makeBatch(part))
    .filter((action) => action.stand === "next")
    .map((action) => action.id);
const ids = (part: Parameters<typeof makeBatch>[0]) =>
  batchActions(makeBatch(part)).map((action) => action.id);

test.each([
  [{ status: "draft", total: 0, pending: 0, done: 0 }, ["add_images"]],
  [{ status: "draft", total: 3, pending: 3, done: 0, fields: [] }, ["set_up"]],
  [{ status: "draft", total: 3, pending: 3, done: 0 }, ["start"]],
  [{ status: "running", pending: 24, done: 0 }, ["watch"]],
  [{ status: "running", pending: 3 }, ["verify"]],
  [{ status: "cancelling", pending: 3, done: 0 }, ["watch"]],
  [{ status: "paused", pending: 3 }, ["resume"]],
  [{ status: "interrupted", pending: 3 }, ["resume"]],
  [{ status: "cancelled", pending: 3 }, ["resume"]],
  [{ status: "cancelled", pending: 3, failed: 2 }, ["resume"]],
  [{ status: "completed", pending: 2 }, ["read_rest"]],
  [{ status: "completed" }, ["verify"]],
  [{ status: "completed", done: 22, failed: 2, reviewed: 22 }, ["retry_failed"]],
  [{ status: "completed", done: 0, failed: 24 }, ["retry_failed"]],
  [{ status: "completed", reviewed: 24 }, ["export"]],
] as const)("the next step of %o is %o", (part, expected) => {
  expect(
    next({ ...part, ...("fields" in part ? { fields: [] } : {}) } as Parameters<typeof next>[0]),
  ).toEqual(expected);
});

test.each([
  [{ status: "draft", total: 0, pending: 0, done: 0 }, "images"],
  [{ status: "draft", total: 3, pending: 3, done: 0 }, "images"],
  [{ status: "running", pending: 3 }, "run"],
  [{ status: "interrupted", pending: 3 }, "run"],
  [{ status: "completed" }, "results"],
] as const)("the title of %o leads to %s", (part, expected) => {
  expect(placeOf(makeBatch(part))).toBe(expected);
});

test("a_running_batch_can_be_stopped_but_neither_renamed_nor_deleted_nor_added_to", () => {
  const actions = ids({ status: "running", pending: 3 });
  expect(actions).toContain("cancel");
  expect(actions).not.toContain("delete");
  expect(actions).not.toContain("rename");
  expect(actions).not.toContain("add_images");
});

test("failed_cards_can_be_read_again_whatever_the_next_step", () => {
  expect(ids({ status: "completed", done: 22, failed: 2 })).toContain("retry_failed");
});

test("nothing_read_leaves_nothing_to_export", () => {
  expect(ids({ status: "draft", done: 0, pending: 24 }).filter((id) => id.startsWith("export"))).toEqual([]);
  expect(ids({}).filter((id) => id.startsWith("export"))).toHaveLength(3);
});
