/** How a grid of cards is laid out on this screen. */
export interface Layout {
  columns: number;
  /** Rows that are in view at once. */
  rows: number;
  total: number;
}

/** Where a key leads from a place in the grid; null where it leads nowhere. */
export function placeAfter(key: string, place: number, { columns, rows, total }: Layout): number | null {
  if (total === 0) return null;
  const to = (wanted: number) => Math.max(0, Math.min(total - 1, wanted));
  switch (key) {
    case "ArrowRight":
      return to(place + 1);
    case "ArrowLeft":
      return to(place - 1);
    case "ArrowDown":
      return place + columns < total ? place + columns : to(place);
    case "ArrowUp":
      return place - columns >= 0 ? place - columns : place;
    case "PageDown":
      return to(place + columns * Math.max(1, rows - 1));
    case "PageUp":
      return to(place - columns * Math.max(1, rows - 1));
    case "Home":
      return 0;
    case "End":
      return total - 1;
    default:
      return null;
  }
}
