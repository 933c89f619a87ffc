/** Which cards, in which order; it stands in the address. */
export interface QueueView {
  order: "doubt" | "card";
  show: (typeof SHOWS)[number];
  /** One field through all cards. */
  field?: string | undefined;
}

export const SHOWS = ["open", "differ", "failed", "flagged", "all"] as const;

export const FIRST_QUEUE: QueueView = { order: "doubt", show: "open" };

export function readQueueView(search: Record<string, unknown>): QueueView {
  const view: QueueView = { ...FIRST_QUEUE };
  if (search.order === "card") view.order = "card";
  const show = SHOWS.find((one) => one === search.show);
  if (show !== undefined) view.show = show;
  // A field called 1904 arrives as a number.
  const field = typeof search.field === "number" ? String(search.field) : search.field;
  if (typeof field === "string" && field !== "") view.field = field;
  return view;
}
