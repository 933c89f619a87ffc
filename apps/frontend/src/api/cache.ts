import type { InfiniteData, QueryClient, QueryKey } from "@tanstack/react-query";

import type { BatchPage, BatchRead } from "./gen/types.gen";

/**
 * What of the generated queries belongs together. The keys begin with the operation's name, so a part of a
 * key finds every page and search of it.
 */
const OF_THE_LIST = [{ _id: "listBatches" }] as const;
const ofBatch = (operation: string, batchName: string) =>
  [{ _id: operation, path: { batch_name: batchName } }] as const;

const OF_A_BATCH = [
  "getBatch",
  "listRecords",
  "getBatchResults",
  "listCards",
  "listFailures",
  "listReaders",
  "getCost",
] as const;

/** After anything that changes a batch: ask again, REST is the truth. */
export async function refreshBatch(client: QueryClient, batchName: string): Promise<void> {
  await Promise.all([
    askAgain(client, OF_THE_LIST),
    ...OF_A_BATCH.map((operation) => askAgain(client, ofBatch(operation, batchName))),
  ]);
}

/** A first answer still on its way may be from before the change; invalidating alone would take it for fresh. */
async function askAgain(client: QueryClient, queryKey: QueryKey): Promise<void> {
  await client.cancelQueries({ queryKey });
  await client.invalidateQueries({ queryKey });
}

/** After a deletion: out of the lists at once, even where they cannot be asked for anew. */
export async function forgetBatch(client: QueryClient, batchName: string): Promise<void> {
  for (const operation of OF_A_BATCH) {
    client.removeQueries({ queryKey: ofBatch(operation, batchName) });
  }
  changeLists(client, (items) => items.filter((batch) => batch.name !== batchName));
  await askAgain(client, OF_THE_LIST);
}

export type LiveCounts = Pick<BatchRead, "total" | "pending" | "done" | "failed"> &
  Partial<Pick<BatchRead, "status" | "pass">>;

/** Puts what the socket says into what is on screen, so that every part of the page shows one figure. */
export function showCounts(client: QueryClient, batchName: string, counts: LiveCounts): void {
  client.setQueriesData<BatchRead>({ queryKey: ofBatch("getBatch", batchName) }, (batch) =>
    batch === undefined ? batch : { ...batch, ...counts },
  );
  changeLists(client, (items) =>
    items.map((batch) => (batch.name === batchName ? { ...batch, ...counts } : batch)),
  );
}

function changeLists(client: QueryClient, change: (items: BatchRead[]) => BatchRead[]): void {
  client.setQueriesData<InfiniteData<BatchPage>>({ queryKey: OF_THE_LIST }, (list) =>
    list === undefined || !("pages" in list)
      ? list
      : { ...list, pages: list.pages.map((page) => ({ ...page, items: change(page.items) })) },
  );
}
