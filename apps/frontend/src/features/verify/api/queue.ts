import type { QueueItem, QueuePage } from "@/api/gen/types.gen";

/** The cards that were looked at and those that come, in one row. Never the whole batch. */
export interface Queue {
  items: readonly QueueItem[];
  total: number;
  /** Nothing comes behind the last item. */
  ended: boolean;
}

export const PIECE = 20;
const BEHIND = 30;

/** A first piece, after what a person has walked through already. */
export function begun(walked: readonly QueueItem[], page: QueuePage): Queue {
  const there = new Set(page.items.map((item) => item.filename));
  return {
    items: [...walked.filter((item) => !there.has(item.filename)).slice(-BEHIND), ...page.items],
    total: page.total,
    ended: page.items.length < PIECE,
  };
}

export function continued(queue: Queue, page: QueuePage): Queue {
  const there = new Set(queue.items.map((item) => item.filename));
  return {
    items: [...queue.items, ...page.items.filter((item) => !there.has(item.filename))],
    total: page.total,
    ended: page.items.length < PIECE,
  };
}

/** Cards far behind are let go, so that a day's work stays small. */
export function trimmed(queue: Queue, filename: string): Queue {
  const here = placeIn(queue, filename);
  return here <= 2 * BEHIND ? queue : { ...queue, items: queue.items.slice(here - BEHIND) };
}

export function placeIn(queue: Queue, filename: string | undefined): number {
  return queue.items.findIndex((item) => item.filename === filename);
}

/**
 * `taken`: 1 when the card left the queue, -1 when it came back; without it, a queue of cards to verify loses those
 * that are `part.review` complete now, once each.
 */
export function marked(queue: Queue, filename: string, part: Partial<QueueItem>, taken?: number): Queue {
  const was = queue.items.find((item) => item.filename === filename)?.review;
  const left =
    was === undefined || part.review === undefined
      ? 0
      : Number(part.review === "complete") - Number(was === "complete");
  return {
    ...queue,
    total: Math.max(0, queue.total - (taken ?? left)),
    items: queue.items.map((item) => (item.filename === filename ? { ...item, ...part } : item)),
  };
}
