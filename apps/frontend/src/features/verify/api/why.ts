import type { CardPageRead, RecordDetail } from "@/api/gen/types.gen";

export const SOURCES = [
  "label",
  "pattern",
  "heading",
  "hint",
  "vocabulary",
  "learned",
  "model",
  "vote",
  "not_found",
] as const;

export function sourceOf(record: RecordDetail, field: string) {
  return SOURCES.find((source) => source === record.sources[field]) ?? null;
}

/** A label is no longer than this. */
const MOST_WORDS = 4;

/** What stands before the value on its line and ends in a colon, as "Standort:". */
export function labelBefore(
  record: RecordDetail,
  pages: readonly CardPageRead[],
  field: string,
): string | null {
  const place = record.evidence[field]?.[0];
  const page = pages.find((one) => one.image === place?.image);
  if (place === undefined || page === undefined) return null;
  const [left, top, , height] = place.box;
  const before = page.lines
    .flatMap((line) => line.words)
    .filter(({ box: [x, y, w, h] }) => {
      const middle = y + h / 2;
      return middle > top && middle < top + height && x + w <= left + height / 2;
    })
    .sort((a, b) => a.box[0] - b.box[0])
    .slice(-MOST_WORDS);
  if (before.at(-1)?.text.endsWith(":") !== true) return null;
  // What belongs to an earlier value or label is no part of this one.
  const words = before.map((word) => word.text);
  const last = words.slice(0, -1).findLastIndex((text) => /[:;,.]$/.test(text));
  return words.slice(last + 1).join(" ");
}

/** Which training gave the values that the record shows now. */
export function trainingOf(record: RecordDetail): number | null {
  const named = /\+learned-(\d+)$/.exec(record.model ?? "");
  return named === null ? null : Number(named[1]);
}

/** The certainty from which a rule accepted the value that stands; null where a person did. */
export function ruleOf(record: RecordDetail, field: string): number | null {
  if (record.review[field] !== "accepted") return null;
  const newest = record.history.filter((entry) => entry.field === field).at(-1);
  const named = /^rule: from ([0-9.]+)/.exec(newest?.who ?? "");
  return named === null ? null : Number(named[1]);
}
