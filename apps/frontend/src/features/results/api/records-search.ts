import type { ListRecordsData } from "@/api/gen/types.gen";

type RecordsQuery = NonNullable<ListRecordsData["query"]>;
export type ReviewFilter = NonNullable<RecordsQuery["review"]>;
export type DifferFilter = NonNullable<RecordsQuery["differ"]>;

/** What of the table can be shared as a link: search, filters and order. */
export interface RecordsSearch {
  q?: string | undefined;
  sort?: string | undefined;
  order?: "desc" | undefined;
  status?: "done" | "failed" | undefined;
  review?: ReviewFilter | undefined;
  /** Readers differ, in `field` if there is one; `open`: where nobody has spoken yet. */
  differ?: DifferFilter | undefined;
  /** A field to filter by: with `value` (empty: blank), or `max`, or `differ`, or alone: not blank. */
  field?: string | undefined;
  value?: string | undefined;
  /** Less certain than this, of the field or of the card's least certain value. */
  max?: number | undefined;
}

const REVIEWS = new Set<string>(["none", "partial", "complete", "open"]);

export function readRecordsSearch(search: Record<string, unknown>): RecordsSearch {
  const read: RecordsSearch = {};
  const q = text(search.q);
  if (q !== undefined && q !== "") read.q = q;
  const sort = text(search.sort);
  if (sort !== undefined && sort !== "" && sort !== "card") read.sort = sort;
  if (search.order === "desc") read.order = "desc";
  if (search.status === "done" || search.status === "failed") read.status = search.status;
  if (typeof search.review === "string" && REVIEWS.has(search.review)) {
    read.review = search.review as ReviewFilter;
  }
  if (search.differ === "open" || search.differ === "any") read.differ = search.differ;
  const field = text(search.field);
  if (field !== undefined && field !== "") {
    read.field = field;
    const value = text(search.value);
    if (value !== undefined) read.value = value;
  }
  const max = typeof search.max === "string" ? Number(search.max) : search.max;
  if (typeof max === "number" && max > 0 && max <= 1) read.max = max;
  return read;
}

/** A search for 1904 arrives as a number. */
function text(value: unknown): string | undefined {
  return typeof value === "number" ? String(value) : typeof value === "string" ? value : undefined;
}

export type RecordsFilter = Pick<
  RecordsQuery,
  "q" | "status" | "review" | "differ" | "field" | "value" | "max_confidence"
>;

/** The part that says which records; the same for the table, for changes of many and for exports. */
export function filterOf(search: RecordsSearch): RecordsFilter {
  return {
    ...(search.q !== undefined && { q: search.q }),
    ...(search.status !== undefined && { status: search.status }),
    ...(search.review !== undefined && { review: search.review }),
    ...(search.differ !== undefined && { differ: search.differ }),
    ...(search.field !== undefined && { field: search.field }),
    ...(search.value !== undefined && { value: search.value }),
    ...(search.max !== undefined && { max_confidence: search.max }),
  };
}

export function isFiltered(search: RecordsSearch): boolean {
  return Object.keys(filterOf(search)).length > 0;
}

export function queryOf(search: RecordsSearch): RecordsQuery {
  return {
    ...filterOf(search),
    ...(search.sort !== undefined && { sort: search.sort }),
    ...(search.order !== undefined && { order: search.order }),
  };
}

/** A click on a column's head: ascending, descending, card order again. */
export function nextSort(search: RecordsSearch, key: string): Pick<RecordsSearch, "sort" | "order"> {
  const now = search.sort ?? "card";
  if (now !== key) return { sort: key === "card" ? undefined : key, order: undefined };
  if (search.order !== "desc") return { sort: search.sort, order: "desc" };
  return { sort: undefined, order: undefined };
}
