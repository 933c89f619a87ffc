/** Pages in which the table is fetched, as offsets that do not depend on where the window begins. */
export const PAGE_SIZE = 100;

/** Numbers of the pages that hold these rows. */
export function pagesOf(first: number, last: number, total: number | undefined): number[] {
  const end = total === undefined ? last : Math.min(last, total - 1);
  if (total === 0 || end < first) return [0];
  const pages: number[] = [];
  for (let page = Math.floor(Math.max(0, first) / PAGE_SIZE); page * PAGE_SIZE <= end; page += 1) {
    pages.push(page);
  }
  return pages.length > 0 ? pages : [0];
}

/** Where a row is: which page, and which place on it. */
export function placeOf(row: number): { page: number; place: number } {
  return { page: Math.floor(row / PAGE_SIZE), place: row % PAGE_SIZE };
}
