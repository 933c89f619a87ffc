import { plain } from "./change";
import type { CardWork } from "./work";

/** A text that a person typed and the service does not have. `field` null: the note of a flag. */
export interface Leftover {
  filename: string;
  field: string | null;
  text: string;
}

/** Everything typed that was not saved, card by card: texts in fields, what a failed save held, own sides of conflicts. */
export function leftoversOf(cards: Readonly<Record<string, CardWork>>): Leftover[] {
  return Object.entries(cards).flatMap(([filename, card]) => {
    const texts = new Map<string, string>();
    for (const [field, { mine }] of Object.entries(card.clashes)) texts.set(field, mine ?? "");
    for (const [field, value] of Object.entries(card.failed?.change.set ?? {})) texts.set(field, value ?? "");
    for (const [field, draft] of Object.entries(card.typed))
      if (plain(draft.text) !== draft.base) texts.set(field, draft.text);
    const note = card.failed?.change.flag ?? "";
    return [
      ...[...texts].map(([field, text]) => ({ filename, field, text })),
      ...(note === "" ? [] : [{ filename, field: null, text: note }]),
    ];
  });
}

/** As a table for a spreadsheet. */
export function asTable(leftovers: readonly Leftover[], flag: string): string {
  const cell = (text: string) => text.replace(/[\t\r\n]+/g, " ");
  return leftovers.map((one) => [one.filename, one.field ?? flag, one.text].map(cell).join("\t")).join("\n");
}
