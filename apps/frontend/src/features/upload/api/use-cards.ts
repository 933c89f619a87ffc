import { type QueryClient, useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

import { listCardsOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { CardRead } from "@/api/gen/types.gen";

/** Cards a request: a few screens full. */
const PAGE = 100;

export interface Cards {
  /** Null until the first answer. */
  total: number | null;
  at: (place: number) => CardRead | undefined;
  error: unknown;
  retry: () => void;
  /** All cards from one place to another, both included; fetches what was never in view. */
  between: (from: number, to: number) => Promise<CardRead[]>;
}

/** The cards of a batch by their place, of which only the pages in view are asked for. */
export function useCards(batchName: string, q: string, first: number, last: number): Cards {
  const client = useQueryClient();
  // The first page tells how many there are, so it is always among them.
  const pages = [...new Set([0, ...span(Math.floor(first / PAGE), Math.floor(last / PAGE))])];
  const answers = useQueries({ queries: pages.map((page) => optionsOf(batchName, q, page)) });
  const found = new Map(pages.map((page, place) => [page, answers[place]?.data]));
  const failed = answers.find((answer) => answer.isError && answer.data === undefined);
  const between = useCallback(
    (from: number, to: number) => fetchBetween(client, batchName, q, from, to),
    [client, batchName, q],
  );
  return {
    total: found.get(0)?.total ?? null,
    at: (place) => found.get(Math.floor(place / PAGE))?.items[place % PAGE],
    error: failed?.error ?? null,
    retry: () => {
      for (const answer of answers) if (answer.isError) void answer.refetch();
    },
    between,
  };
}

function optionsOf(batchName: string, q: string, page: number) {
  return listCardsOptions({
    path: { batch_name: batchName },
    query: { offset: page * PAGE, limit: PAGE, ...(q === "" ? {} : { q }) },
  });
}

async function fetchBetween(
  client: QueryClient,
  batchName: string,
  q: string,
  from: number,
  to: number,
): Promise<CardRead[]> {
  const [low, high] = from <= to ? [from, to] : [to, from];
  const cards: CardRead[] = [];
  for (const page of span(Math.floor(low / PAGE), Math.floor(high / PAGE))) {
    const { items } = await client.query({ ...optionsOf(batchName, q, page), staleTime: 60_000 });
    cards.push(...items.slice(Math.max(0, low - page * PAGE), high - page * PAGE + 1));
  }
  return cards;
}

function span(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
}
