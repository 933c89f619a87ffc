import type { RecordDetail } from "@/api/gen/types.gen";
import { certaintyOf, type Certainty } from "@/lib/certainty";

export function certaintyIn(record: RecordDetail, field: string): Certainty {
  return certaintyOf({
    value: record.data[field],
    confidence: record.confidence[field],
    verdict: record.review[field],
  });
}

const DOUBTFUL: readonly Certainty[] = ["check", "doubtful", "maybe_blank"];

/** Fields that want a look, in their order; `differ`: also those on which the readers do not agree. */
export function doubtfulOf(record: RecordDetail, fields: readonly string[], differ = false): string[] {
  const contested = (field: string) =>
    differ && record.differ.includes(field) && record.review[field] === undefined;
  return fields.filter((field) => DOUBTFUL.includes(certaintyIn(record, field)) || contested(field));
}

/** Where the eye goes on a new card: the field of the pass, else the first that is in doubt. */
export function firstField(
  record: RecordDetail,
  fields: readonly string[],
  pass?: string,
  differ = false,
): string | null {
  if (pass !== undefined && fields.includes(pass)) return pass;
  const contested = differ ? record.differ.filter((field) => record.review[field] === undefined) : [];
  return contested[0] ?? doubtfulOf(record, fields)[0] ?? fields[0] ?? null;
}

/** The next field in doubt below, then above; null: none is left, and the card can go. */
export function fieldAfter(
  record: RecordDetail,
  fields: readonly string[],
  field: string,
  differ = false,
): string | null {
  const here = fields.indexOf(field);
  const doubtful = doubtfulOf(record, fields, differ).filter((name) => name !== field);
  return doubtful.find((name) => fields.indexOf(name) > here) ?? doubtful[0] ?? null;
}
