import type { CardPageRead, NormaliserRead, RecordDetail } from "@/api/gen/types.gen";

const LOUD = 4;
const NAMED = ["drop_end", "capitals", "spacing", "replace"] as const;

/** The learned spelling that a value shows: what stands on the card is written otherwise. Null where none does. */
export function spellingOf(
  record: RecordDetail,
  pages: readonly CardPageRead[],
  field: string,
  rules: readonly NormaliserRead[],
): NormaliserRead | null {
  const value = record.extracted[field];
  const read = wordsUnder(record, pages, field);
  if (typeof value !== "string" || read === "" || read === value) return null;
  const own = rules.filter((rule) => rule.on && rule.field === field);
  return NAMED.flatMap((kind) => own.filter((rule) => rule.kind === kind)).find(shows(value, read)) ?? null;
}

function shows(value: string, read: string) {
  return (rule: NormaliserRead): boolean => {
    switch (rule.kind) {
      case "drop_end":
        return read.endsWith(rule.before) && !value.endsWith(rule.before);
      case "capitals":
        return hasLoud(read) && !hasLoud(value);
      case "spacing":
        return template(value) === rule.after && template(read) !== rule.after;
      case "replace":
        return value === rule.after && read.includes(rule.before);
      default:
        return rule.kind satisfies never;
    }
  };
}

/** What was recognised where the value stands, words whole. */
function wordsUnder(record: RecordDetail, pages: readonly CardPageRead[], field: string): string {
  const places = record.evidence[field] ?? [];
  return places
    .flatMap(({ image, box: [left, top, width, height] }) =>
      (pages.find((page) => page.image === image)?.lines ?? [])
        .flatMap((line) => line.words)
        .filter(({ box: [x, y, w, h] }) => {
          const middle = y + h / 2;
          const shared = Math.min(x + w, left + width) - Math.max(x, left);
          return middle > top && middle < top + height && shared > Math.min(w, width) / 2;
        }),
    )
    .map((word) => word.text)
    .join(" ");
}

function template(text: string): string {
  return text.replace(/\d+/g, "#");
}

function hasLoud(text: string): boolean {
  return text.split(" ").some((word) => {
    const letters = word.replace(/[^\p{L}]/gu, "");
    return letters.length >= LOUD && letters === letters.toUpperCase();
  });
}
