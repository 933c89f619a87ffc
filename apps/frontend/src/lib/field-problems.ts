import { type DraftField, nameKey } from "./field-draft";

export type NameProblem = "name_empty" | "name_clash";
export type ValuesProblem = "values_missing";

export interface FieldProblems {
  name?: NameProblem;
  values?: ValuesProblem;
}

/** What the service would refuse, by the id of the field; empty when all is well. */
export function problemsOf(fields: readonly DraftField[]): Map<number, FieldProblems> {
  const bearers = new Map<string, number>();
  for (const field of fields) {
    const key = nameKey(field.name);
    bearers.set(key, (bearers.get(key) ?? 0) + 1);
  }
  const found = new Map<number, FieldProblems>();
  for (const field of fields) {
    const problems: FieldProblems = {};
    const key = nameKey(field.name);
    if (key === "") problems.name = "name_empty";
    else if ((bearers.get(key) ?? 0) > 1) problems.name = "name_clash";
    if (field.type === "enum" && field.values.length === 0) problems.values = "values_missing";
    if (problems.name !== undefined || problems.values !== undefined) found.set(field.id, problems);
  }
  return found;
}
