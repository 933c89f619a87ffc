import {
  type InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
} from "@tanstack/react-query";

import { listBatchesInfiniteOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { BatchPage, BatchRead, ListBatchesError } from "@/api/gen/types.gen";

const PAGE = 50;
/** While something runs the list is asked again: an open socket covers one batch, not all. */
const WHILE_RUNNING = 2_000;

export type Batches = UseInfiniteQueryResult<InfiniteData<BatchPage>, ListBatchesError>;

/** All batches that fit the search, newest first, a page at a time. */
export function useBatches(q: string): Batches {
  return useInfiniteQuery({
    ...listBatchesInfiniteOptions({ query: { limit: PAGE, ...(q === "" ? {} : { q }) } }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.items.length, 0);
      return last.items.length > 0 && loaded < last.total ? loaded : undefined;
    },
    placeholderData: keepPreviousData,
    refetchInterval: (query) =>
      (query.state.data?.pages ?? []).some((page) => page.items.some(isBusy)) ? WHILE_RUNNING : false,
  });
}

export function isBusy(batch: BatchRead): boolean {
  return batch.status === "running" || batch.status === "cancelling";
}
