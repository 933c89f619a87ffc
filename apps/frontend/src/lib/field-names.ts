import type { FieldIn, FieldType } from "@/api/gen/types.gen";

export const FIELD_TYPES = [
  "text",
  "year",
  "date",
  "number",
  "enum",
  "shelfmark",
] as const satisfies readonly FieldType[];

/** Names of fields as people write them down: one a line, or with commas or semicolons; each once. */
export function fieldNames(text: string): string[] {
  const seen = new Set<string>();
  const names: string[] = [];
  for (const part of text.split(/[\n,;]/)) {
    const name = part.trim().replace(/\s+/g, " ");
    const key = name.toLocaleLowerCase();
    if (name === "" || seen.has(key)) continue;
    seen.add(key);
    names.push(name);
  }
  return names;
}

/** Fields from what somebody pasted: a list of names, the head of a spreadsheet, or a file of fields (`fields.json`). */
export function fieldsIn(text: string): FieldIn[] {
  if (/^\s*[[{]/.test(text)) return fieldsOfJson(jsonOf(text)) ?? [];
  return fieldNames(text.replaceAll("\t", "\n")).map((name) => ({ name }));
}

/** What a file holds, a byte order mark aside; undefined where it is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

/** The fields of a template's file, or a bare list of them; null where one is no field. */
export function fieldsOfJson(found: unknown): FieldIn[] | null {
  const listed: unknown = isRecord(found) ? found.fields : found;
  if (!Array.isArray(listed)) return [];
  const fields = listed.map(fieldOf);
  return fields.every((field) => field !== null) ? fields : null;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fieldOf(value: unknown): FieldIn | null {
  if (typeof value === "string") return { name: value };
  if (!isRecord(value) || typeof value.name !== "string") return null;
  const type: FieldType = FIELD_TYPES.find((known) => known === value.type) ?? "text";
  return {
    name: value.name,
    type,
    description: typeof value.description === "string" ? value.description : "",
    values: words(value.values),
    synonyms: words(value.synonyms),
    required: value.required === true,
  };
}

function words(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((word) => typeof word === "string") : [];
}
