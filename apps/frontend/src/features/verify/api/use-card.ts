import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { getRecordOptions, getRecordPagesOptions } from "@/api/gen/@tanstack/react-query.gen";

const FRESH = 30_000;
const WORDS_FRESH = 600_000;

/** A card's record and its images; asked again now and then, since machines and colleagues work on it too. */
export function useCard(batchName: string, filename: string) {
  const path = { batch_name: batchName, filename };
  const record = useQuery({ ...getRecordOptions({ path }), staleTime: FRESH, refetchInterval: 15_000 });
  const pages = useQuery({ ...getRecordPagesOptions({ path }), staleTime: WORDS_FRESH });
  return { record, pages };
}

/** Decoded pictures of the next cards; the browser lets go of what nobody holds. */
const held = new Map<string, HTMLImageElement>();
const HELD = 8;

function hold(url: string): void {
  if (held.has(url)) return;
  const image = new Image();
  image.src = url;
  held.set(url, image);
  void image.decode().catch(() => held.delete(url));
  const oldest = held.keys().next().value;
  if (held.size > HELD && oldest !== undefined) held.delete(oldest);
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
          .then((pages) => pages.items.slice(0, 2).forEach((page) => hold(page.view_url)))
          .catch(() => undefined);
      }
    });
    return () => window.clearTimeout(timer);
  }, [client, batchName, wanted]);
}
