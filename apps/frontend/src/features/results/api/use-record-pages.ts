import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";

import { listRecordsOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { RecordRead } from "@/api/gen/types.gen";

import { PAGE_SIZE, pagesOf, placeOf } from "./page-window";
import { queryOf, type RecordsSearch } from "./records-search";

/** Pages flown past by the scrollbar are not asked for. */
const SETTLED_MS = 60;
const LIVE_MS = 4_000;
const MAX_RANGE = 20_000;

export interface Window {
  first: number;
  last: number;
}

/** The rows in view, page by page; a page that leaves the view before it came is cancelled. */
export function useRecordPages(batchName: string, search: RecordsSearch, window: Window, live: boolean) {
  const client = useQueryClient();
  const query = queryOf(search);
  const key = JSON.stringify([batchName, query]);
  const [known, setKnown] = useState<{ key: string; total: number } | null>(null);
  const wanted = pagesOf(window.first, window.last, known?.total).join();
  const [settled, setSettled] = useState({ key, pages: wanted });
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ key, pages: wanted }), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [key, wanted]);

  const pages = (settled.key === key ? settled.pages : "0").split(",").map(Number);
  const options = useCallback(
    (offset: number, limit: number) =>
      listRecordsOptions({
        path: { batch_name: batchName },
        query: { ...(JSON.parse(key) as [string, ReturnType<typeof queryOf>])[1], offset, limit },
      }),
    [batchName, key],
  );
  const found = useQueries({
    queries: pages.map((page) => ({
      ...options(page * PAGE_SIZE, PAGE_SIZE),
      staleTime: 20_000,
      gcTime: 60_000,
      refetchInterval: live ? LIVE_MS : (false as const),
    })),
  });
  const byPage = new Map(pages.map((page, place) => [page, found[place]?.data]));
  const newest = found.find((one) => one.data !== undefined)?.data;
  if (newest !== undefined && (known?.key !== key || known.total !== newest.total)) {
    setKnown({ key, total: newest.total });
  }

  /** Rows from `first` to `last`, fetched where they are not here yet. */
  const range = useCallback(
    async (first: number, last: number): Promise<RecordRead[]> => {
      const from = Math.max(0, first);
      const to = Math.min(last, from + MAX_RANGE - 1);
      const rows: RecordRead[] = [];
      for (const page of pagesOf(from, to, undefined)) {
        const data = await client.query({ ...options(page * PAGE_SIZE, PAGE_SIZE), staleTime: 20_000 });
        const start = page * PAGE_SIZE;
        rows.push(...data.items.slice(Math.max(0, from - start), to - start + 1));
      }
      return rows;
    },
    [client, options],
  );

  return {
    /** As far as known: a new search shows the old length until its first rows come. */
    total: known?.total,
    isFresh: known?.key === key,
    /** What was seen last by all rows on screen, for changes of many. */
    revision: Math.min(...found.map((one) => one.data?.revision ?? Infinity)),
    recordAt: (row: number): RecordRead | undefined => {
      const { page, place } = placeOf(row);
      return byPage.get(page)?.items[place];
    },
    /** The row of a card, as far as its page has been seen. */
    rowOf: (filename: string): number | undefined => {
      for (const page of pagesOf(0, Math.max(0, (known?.total ?? 0) - 1), known?.total)) {
        const place = client
          .getQueryData(options(page * PAGE_SIZE, PAGE_SIZE).queryKey)
          ?.items.findIndex((item) => item.filename === filename);
        if (place !== undefined && place >= 0) return page * PAGE_SIZE + place;
      }
      return undefined;
    },
    failed: found.find((one) => one.isError && one.data === undefined),
    range,
  };
}
