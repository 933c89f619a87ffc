/** Which cards are chosen: some by name with the version that was seen, or all that match but a few. */
export type Selection =
  | { kind: "some"; cards: ReadonlyMap<string, number>; anchor: number | null }
  | { kind: "all"; without: ReadonlySet<string>; anchor: number | null };

export interface Chosen {
  filename: string;
  version: number;
}

export const NOBODY: Selection = { kind: "some", cards: new Map(), anchor: null };
export const EVERYBODY: Selection = { kind: "all", without: new Set(), anchor: null };

export function isChosen(selection: Selection, filename: string): boolean {
  return selection.kind === "all" ? !selection.without.has(filename) : selection.cards.has(filename);
}

export function countChosen(selection: Selection, total: number): number {
  return selection.kind === "all" ? Math.max(0, total - selection.without.size) : selection.cards.size;
}

export function toggle(selection: Selection, card: Chosen, row: number): Selection {
  if (selection.kind === "all") {
    const without = new Set(selection.without);
    if (!without.delete(card.filename)) without.add(card.filename);
    return { kind: "all", without, anchor: row };
  }
  const cards = new Map(selection.cards);
  if (!cards.delete(card.filename)) cards.set(card.filename, card.version);
  return { kind: "some", cards, anchor: row };
}

/** Shift-click: everything between is chosen too; the anchor stays. */
export function addRange(selection: Selection, range: readonly Chosen[]): Selection {
  if (selection.kind === "all") {
    const without = new Set(selection.without);
    for (const { filename } of range) without.delete(filename);
    return { ...selection, without };
  }
  const cards = new Map(selection.cards);
  for (const { filename, version } of range) cards.set(filename, version);
  return { ...selection, cards };
}

/** A card that was saved here is chosen as it is now. */
export function seenAs(selection: Selection, card: Chosen): Selection {
  if (selection.kind === "all" || !selection.cards.has(card.filename)) return selection;
  return { ...selection, cards: new Map(selection.cards).set(card.filename, card.version) };
}
