import type { QueryClient } from "@tanstack/react-query";

import type { RecordPage, RecordRead } from "@/api/gen/types.gen";

const pagesOf = (batchName: string) => [{ _id: "listRecords", path: { batch_name: batchName } }] as const;

/** Puts a record into every page that shows it. Its place stays: a row does not jump away under the hand. */
export function showRecord(client: QueryClient, batchName: string, record: RecordRead): void {
  client.setQueriesData<RecordPage>({ queryKey: pagesOf(batchName) }, (page) => {
    if (page === undefined) return page;
    const place = page.items.findIndex((item) => item.filename === record.filename);
    const known = page.items[place];
    if (known === undefined || known.version > record.version) return page;
    return { ...page, items: page.items.with(place, record) };
  });
}

export function findRecord(client: QueryClient, batchName: string, filename: string): RecordRead | undefined {
  let newest: RecordRead | undefined;
  for (const [, page] of client.getQueriesData<RecordPage>({ queryKey: pagesOf(batchName) })) {
    const found = page?.items.find((item) => item.filename === filename);
    if (found !== undefined && found.version > (newest?.version ?? -1)) newest = found;
  }
  return newest;
}

/** The counts of the batch, and what else is shown of this card. */
export function refreshCounts(client: QueryClient, batchName: string): void {
  for (const _id of ["getBatch", "getRecord"]) {
    void client.invalidateQueries({ queryKey: [{ _id, path: { batch_name: batchName } }] });
  }
}
