import { QueryObserver } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";

import { makeBatch } from "@/testing/factories";
import { quickClient } from "@/testing/render";

import { refreshBatch, showCounts } from "./cache";
import { getBatchOptions, listBatchesInfiniteQueryKey } from "./gen/@tanstack/react-query.gen";
import type { BatchRead } from "./gen/types.gen";

test("an_answer_from_before_the_change_is_not_taken_for_fresh", async () => {
  const client = quickClient();
  const answers: ((batch: BatchRead) => void)[] = [];
  const observer = new QueryObserver(client, {
    ...getBatchOptions({ path: { batch_name: "b" } }),
    queryFn: () => new Promise<BatchRead>((resolve) => answers.push(resolve)),
  });
  const leave = observer.subscribe(() => undefined);
  const refreshed = refreshBatch(client, "b");
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[0]!(makeBatch({ total: 0 }));
  answers[1]!(makeBatch({ total: 16 }));
  await refreshed;

  expect(observer.getCurrentResult().data?.total).toBe(16);
  leave();
});

test("live_counts_reach_every_list_and_touch_no_other_batch", () => {
  const client = quickClient();
  const keys = ["", "son"].map((q) => listBatchesInfiniteQueryKey({ query: { q } }));
  for (const key of keys) {
    const items = [makeBatch({ name: "a", done: 1 }), makeBatch({ name: "b", done: 1 })];
    client.setQueryData(key, { pages: [{ items, total: 2 }], pageParams: [0] });
  }
  showCounts(client, "b", { total: 24, pending: 3, done: 20, failed: 1 });

  for (const key of keys) {
    const list = client.getQueryData<{ pages: { items: BatchRead[] }[] }>(key);
    expect(list?.pages[0]?.items.map((batch) => batch.done)).toEqual([1, 20]);
  }
});
