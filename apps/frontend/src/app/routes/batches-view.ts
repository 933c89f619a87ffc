/** What of the page can be shared as a link: the search, and the panel for a new batch. */
export interface BatchesView {
  q?: string | undefined;
  panel?: "new" | undefined;
}

export function readView(search: Record<string, unknown>): BatchesView {
  const view: BatchesView = {};
  // A search for 1904 arrives as a number.
  const q = typeof search.q === "number" ? String(search.q) : search.q;
  if (typeof q === "string" && q !== "") view.q = q;
  if (search.panel === "new") view.panel = "new";
  return view;
}
