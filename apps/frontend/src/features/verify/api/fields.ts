import type { FieldIn, RecordDetail } from "@/api/gen/types.gen";
import { certaintyOf, type Certainty } from "@/lib/certainty";

export function certaintyIn(record: RecordDetail, field: string): Certainty {
  return certaintyOf({
    value: record.data[field],
    confidence: record.confidence[field],
    verdict: record.review[field],
  });
}

const DOUBTFUL: readonly Certainty[] = ["check", "doubtful", "maybe_blank"];

/** Fields that want a look, in their order. */
export function doubtfulOf(record: RecordDetail, fields: readonly string[]): string[] {
  return fields.filter((field) => DOUBTFUL.includes(certaintyIn(record, field)));
}

/** Where the eye goes on a new card: the field of the pass, else the first that is in doubt. */
export function firstField(record: RecordDetail, fields: readonly string[], pass?: string): string | null {
  if (pass !== undefined && fields.includes(pass)) return pass;
  return doubtfulOf(record, fields)[0] ?? fields[0] ?? null;
}

/** The next field in doubt below, then above; null: none is left, and the card can go. */
export function fieldAfter(record: RecordDetail, fields: readonly string[], field: string): string | null {
  const here = fields.indexOf(field);
  const doubtful = doubtfulOf(record, fields).filter((name) => name !== field);
  return doubtful.find((name) => fields.indexOf(name) > here) ?? doubtful[0] ?? null;
}

/** Other values that a machine, a person or the field's list offers, the one that stands first. */
export function candidatesOf(record: RecordDetail, field: FieldIn): string[] {
  const said = [
    record.data[field.name],
    record.extracted[field.name],
    ...record.readings.map((reading) => reading.values[field.name]),
    ...record.history.filter((entry) => entry.field === field.name).map((entry) => entry.value),
    ...(field.values ?? []),
  ];
  return [...new Set(said.filter((value): value is string => typeof value === "string" && value !== ""))];
}
