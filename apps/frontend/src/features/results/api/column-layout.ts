/** How a person wants the columns of one batch: their order, widths, and which are hidden. */
export interface ColumnLayout {
  order: readonly string[];
  hidden: readonly string[];
  widths: Readonly<Record<string, number>>;
}

export interface Column {
  name: string;
  width: number;
}

export const AS_IT_CAME: ColumnLayout = { order: [], hidden: [], widths: {} };
export const NARROWEST = 56;
export const WIDEST = 720;

/** Every field of the schema once, in the person's order; fields that came later stand at the end. */
export function ordered(layout: ColumnLayout, fields: readonly string[]): string[] {
  const known = new Set(fields);
  const kept = layout.order.filter((name) => known.has(name));
  const placed = new Set(kept);
  return [...kept, ...fields.filter((name) => !placed.has(name))];
}

export function shown(
  layout: ColumnLayout,
  fields: readonly string[],
  widthOf: (name: string) => number,
): Column[] {
  const hidden = new Set(layout.hidden);
  return ordered(layout, fields)
    .filter((name) => !hidden.has(name))
    .map((name) => ({ name, width: layout.widths[name] ?? widthOf(name) }));
}

export function resized(layout: ColumnLayout, name: string, width: number): ColumnLayout {
  const inside = Math.round(Math.max(NARROWEST, Math.min(WIDEST, width)));
  return { ...layout, widths: { ...layout.widths, [name]: inside } };
}

export function shownOrHidden(layout: ColumnLayout, name: string, visible: boolean): ColumnLayout {
  const others = layout.hidden.filter((one) => one !== name);
  return { ...layout, hidden: visible ? others : [...others, name] };
}

export function moved(
  layout: ColumnLayout,
  fields: readonly string[],
  name: string,
  by: -1 | 1,
): ColumnLayout {
  const order = ordered(layout, fields);
  const from = order.indexOf(name);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return layout;
  order.splice(from, 1);
  order.splice(to, 0, name);
  return { ...layout, order };
}

const keyOf = (batchName: string) => `indexcards.columns.${batchName}`;

export function loadLayout(batchName: string): ColumnLayout {
  try {
    return asLayout(JSON.parse(window.localStorage.getItem(keyOf(batchName)) ?? "null"));
  } catch {
    return AS_IT_CAME;
  }
}

export function keepLayout(batchName: string, layout: ColumnLayout): void {
  try {
    window.localStorage.setItem(keyOf(batchName), JSON.stringify(layout));
  } catch {
    // A browser that stores nothing keeps the columns until the page is closed.
  }
}

function asLayout(found: unknown): ColumnLayout {
  if (typeof found !== "object" || found === null) return AS_IT_CAME;
  const { order, hidden, widths } = found as Record<string, unknown>;
  const names = (value: unknown) =>
    Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
  const sizes = typeof widths === "object" && widths !== null ? Object.entries(widths) : [];
  return {
    order: names(order),
    hidden: names(hidden),
    widths: Object.fromEntries(
      sizes.filter((one): one is [string, number] => typeof one[1] === "number" && one[1] >= NARROWEST),
    ),
  };
}
