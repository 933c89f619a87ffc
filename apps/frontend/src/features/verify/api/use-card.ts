import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import {
  getBatchQueryKey,
  getRecordOptions,
  getRecordPagesOptions,
} from "@/api/gen/@tanstack/react-query.gen";
import { prepare } from "@/components/image-viewer/prepared";
import { isNoBatch } from "@/lib/problem";

const FRESH = 30_000;
const WORDS_FRESH = 600_000;

/** A card's record and its images; asked again now and then, since machines and colleagues work on it too. */
export function useCard(batchName: string, filename: string) {
  const path = { batch_name: batchName, filename };
  const record = useQuery({ ...getRecordOptions({ path }), staleTime: FRESH, refetchInterval: 15_000 });
  const pages = useQuery({ ...getRecordPagesOptions({ path }), staleTime: WORDS_FRESH });
  useAskedBatch(batchName, record.error);
  return { record, pages };
}

/** A card that says its batch is gone: the batch is asked, for the place goes by its answer. */
export function useAskedBatch(batchName: string, error: unknown): void {
  const client = useQueryClient();
  const gone = isNoBatch(error);
  useEffect(() => {
    if (gone)
      void client.invalidateQueries({ queryKey: getBatchQueryKey({ path: { batch_name: batchName } }) });
  }, [client, batchName, gone]);
}

/** The next cards, so that they stand there when they are asked for. */
export function usePreload(batchName: string, filenames: readonly string[]): void {
  const client = useQueryClient();
  const wanted = filenames.join("\n");
  useEffect(() => {
    const timer = window.setTimeout(() => {
      for (const filename of wanted === "" ? [] : wanted.split("\n")) {
        const path = { batch_name: batchName, filename };
        void client.query({ ...getRecordOptions({ path }), staleTime: FRESH }).catch(() => undefined);
        void client
          .query({ ...getRecordPagesOptions({ path }), staleTime: WORDS_FRESH })
          .then((pages) => pages.items.slice(0, 2).forEach((page) => void prepare(page.view_url)))
          .catch(() => undefined);
      }
    });
    return () => window.clearTimeout(timer);
  }, [client, batchName, wanted]);
}
