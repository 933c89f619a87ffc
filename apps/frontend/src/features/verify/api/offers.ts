import type { EvidenceRead, FieldIn, RecordDetail } from "@/api/gen/types.gen";

/** A value that may stand in a field; empty: blank. */
export interface Offer {
  text: string;
  /** Who reads it so, by reader and model, and how sure each is. */
  readers: readonly { name: string; sure: number }[];
  /** Where it stands on the card, by the words of the built-in reader. */
  evidence: readonly EvidenceRead[];
}

/** What may stand in a field, what stands there first: readers' values, earlier ones, those of the field's list. */
export function offersOf(record: RecordDetail, field: FieldIn): Offer[] {
  const { name } = field;
  const stands = record.data[name] ?? "";
  const read = readOf(record, name);
  const told = read.size > 1 ? [...read.keys()] : [...read.keys()].filter((text) => text !== "");
  const others = [
    record.extracted[name],
    ...record.readings.map((reading) => reading.values[name]),
    ...record.history.filter((entry) => entry.field === name).map((entry) => entry.value),
    ...(field.values ?? []),
  ].filter((text): text is string => typeof text === "string" && text !== "");
  const texts = [...(stands === "" ? [] : [stands]), ...told, ...others];
  return [...new Set(texts)].map((text) => {
    const said = read.get(text);
    const own = text === (record.extracted[name] ?? "") ? record.evidence[name] : undefined;
    return { text, readers: said?.readers ?? [], evidence: own ?? said?.evidence ?? [] };
  });
}

/** Whether two readers write this field differently, be it by one letter. */
export function differs(record: RecordDetail, field: string): boolean {
  return readOf(record, field).size > 1;
}

/** Nobody has found it on the card; of a closed list nothing needs to stand there. */
export function isLost(offer: Offer, field: FieldIn): boolean {
  return (
    offer.text !== "" && offer.readers.length > 0 && offer.evidence.length === 0 && field.type !== "enum"
  );
}

/** The key that brings a value while another one stands in the field. */
export function keyTo(place: number, current: number, count: number): "ArrowUp" | "ArrowDown" | null {
  if (place !== current) return place < current ? "ArrowUp" : "ArrowDown";
  return place === 0 ? "ArrowUp" : place === count - 1 ? "ArrowDown" : null;
}

function readOf(record: RecordDetail, field: string) {
  const found = new Map<string, { readers: { name: string; sure: number }[]; evidence: EvidenceRead[] }>();
  for (const { engine, model, values } of record.readers) {
    const value = values[field];
    if (value === undefined) continue;
    const text = value.text ?? "";
    const own = found.get(text) ?? { readers: [], evidence: value.evidence };
    own.readers.push({ name: engine === "local" ? engine : (model ?? engine), sure: value.confidence });
    found.set(text, own);
  }
  return found;
}
