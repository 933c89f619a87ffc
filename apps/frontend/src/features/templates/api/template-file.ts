import type { FieldIn, Pairing, TemplateRead, TemplateWrite } from "@/api/gen/types.gen";
import { fieldsOfJson, isRecord, jsonOf } from "@/lib/field-names";

/** What a template's file holds; `indexcards read --template` takes the same. */
export interface TemplateFile {
  title: string;
  fields: FieldIn[];
  engine: string | null;
  model: string | null;
  options: TemplateRead["options"];
}

export function fileOf({ name, fields, engine, model, options }: TemplateRead): TemplateFile {
  return { title: name, fields, engine, model, options };
}

export function fileName(template: TemplateRead): string {
  const stem = template.name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
  return `${stem === "" ? "template" : stem}.json`;
}

export type Refusal = "no_json" | "no_fields" | "bad_field";

/**
 * What a file says, as a template; `fallback` names it where the file does not. What is missing is said here, what
 * does not fit the service says.
 */
export function templateOf(text: string, fallback: string): TemplateWrite | Refusal {
  const found = jsonOf(text);
  if (found === undefined) return "no_json";
  const whole = isRecord(found) ? found : {};
  const fields = fieldsOfJson(found);
  if (fields === null) return "bad_field";
  if (fields.length === 0) return "no_fields";
  const name = [whole.title, whole.name].find((one) => typeof one === "string" && one.trim() !== "");
  return {
    name: typeof name === "string" ? name.trim().slice(0, 200) : fallback,
    fields,
    engine: typeof whole.engine === "string" ? whole.engine : null,
    model: typeof whole.model === "string" ? whole.model : null,
    options: isRecord(whole.options) ? optionsOf(whole.options) : null,
  };
}

/** A name that no template has: "Music", "Music 2", "Music 3". */
export function freeName(wish: string, templates: readonly TemplateRead[]): string {
  const known = new Set(templates.map((template) => template.name.toLowerCase()));
  if (!known.has(wish.toLowerCase())) return wish;
  let number = 2;
  while (known.has(`${wish} ${number}`.toLowerCase())) number += 1;
  return `${wish} ${number}`;
}

function optionsOf(options: Record<string, unknown>): NonNullable<TemplateWrite["options"]> {
  const known: readonly Pairing[] = ["none", "suffix", "two_by_two", "pattern"];
  const pairing = known.find((one) => one === options.pairing) ?? "none";
  return { pairing, pattern: typeof options.pattern === "string" ? options.pattern : null };
}
