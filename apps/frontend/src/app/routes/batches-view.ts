/** What of the page can be shared as a link: the search, the batch that is open, the panel. */
export interface BatchesView {
  q?: string | undefined;
  batch?: string | undefined;
  panel?: "new" | "images" | undefined;
}

export function readView(search: Record<string, unknown>): BatchesView {
  const view: BatchesView = {};
  // A search for 1904 arrives as a number.
  const q = typeof search.q === "number" ? String(search.q) : search.q;
  if (typeof q === "string" && q !== "") view.q = q;
  if (typeof search.batch === "string" && search.batch !== "") view.batch = search.batch;
  if (search.panel === "new" || (search.panel === "images" && view.batch !== undefined))
    view.panel = search.panel;
  return view;
}
