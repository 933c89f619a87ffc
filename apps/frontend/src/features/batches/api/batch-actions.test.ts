import { expect, test } from "vitest";

import { makeBatch } from "@/testing/factories";

import { batchActions } from "./batch-actions";

const next = (part: Parameters<typeof makeBatch>[0]) =>
  batchActions(makeBatch(part))
    .filter((action) => action.place === "next")
    .map((action) => action.id);
const ids = (part: Parameters<typeof makeBatch>[0]) =>
  batchActions(makeBatch(part)).map((action) => action.id);

test.each([
  [{ status: "draft", total: 0, pending: 0, done: 0 }, ["add_images"]],
  [{ status: "draft", total: 3, pending: 3, done: 0 }, ["start"]],
  [{ status: "running", pending: 3 }, ["watch"]],
  [{ status: "cancelling", pending: 3 }, ["watch"]],
  [{ status: "paused", pending: 3 }, ["resume"]],
  [{ status: "interrupted", pending: 3 }, ["resume"]],
  [{ status: "cancelled", pending: 3 }, ["resume"]],
  [{ status: "cancelled", pending: 3, failed: 2 }, ["resume"]],
  [{ status: "completed", failed: 2 }, ["retry_failed"]],
  [{ status: "completed", pending: 2 }, ["read_rest"]],
  [{ status: "completed" }, []],
] as const)("the next step of %o is %o", (part, expected) => {
  expect(next(part)).toEqual(expected);
});

test("a_running_batch_can_be_stopped_but_neither_deleted_nor_added_to", () => {
  const actions = ids({ status: "running", pending: 3 });
  expect(actions).toContain("cancel");
  expect(actions).not.toContain("delete");
  expect(actions).not.toContain("add_images");
});

test("nothing_read_leaves_nothing_to_export", () => {
  expect(ids({ status: "draft", done: 0, pending: 24 }).filter((id) => id.startsWith("export"))).toEqual([]);
  expect(ids({}).filter((id) => id.startsWith("export"))).toHaveLength(3);
});
