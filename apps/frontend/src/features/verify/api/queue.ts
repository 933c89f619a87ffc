import type { QueueItem, QueuePage } from "@/api/gen/types.gen";

/** Which cards, in which order; it stands in the address. */
export interface QueueView {
  order: "doubt" | "card";
  show: "open" | "failed" | "flagged" | "all";
  /** One field through all cards. */
  field?: string | undefined;
}

export const FIRST_QUEUE: QueueView = { order: "doubt", show: "open" };

export function readQueueView(search: Record<string, unknown>): QueueView {
  const view: QueueView = { ...FIRST_QUEUE };
  if (search.order === "card") view.order = "card";
  if (search.show === "failed" || search.show === "flagged" || search.show === "all") view.show = search.show;
  // A field called 1904 arrives as a number.
  const field = typeof search.field === "number" ? String(search.field) : search.field;
  if (typeof field === "string" && field !== "") view.field = field;
  return view;
}

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

/** `taken`: 1 when the card left the queue, -1 when it came back. */
export function marked(queue: Queue, filename: string, part: Partial<QueueItem>, taken = 0): Queue {
  return {
    ...queue,
    total: Math.max(0, queue.total - taken),
    items: queue.items.map((item) => (item.filename === filename ? { ...item, ...part } : item)),
  };
}
