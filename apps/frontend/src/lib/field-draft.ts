import type { FieldIn, FieldType } from "@/api/gen/types.gen";

/** A field while somebody works on it; `id` lives only here, so that it can be renamed and moved. */
export interface DraftField {
  id: number;
  name: string;
  type: FieldType;
  description: string;
  values: readonly string[];
  synonyms: readonly string[];
  required: boolean;
}

export type FieldChange = Partial<Omit<DraftField, "id">>;
export type FieldStep = "add" | "paste" | "change" | "move" | "duplicate" | "remove" | "replace";

interface Before {
  step: FieldStep;
  /** What was changed last, so that typing a word is one step back and not ten. */
  what: string;
  fields: readonly DraftField[];
}

export interface FieldDraft {
  fields: readonly DraftField[];
  /** The one whose details are shown. */
  open: number | null;
  past: readonly Before[];
  nextId: number;
}

export type FieldAction =
  | { type: "add"; after?: number }
  | { type: "paste"; fields: readonly FieldIn[]; at?: number }
  | { type: "change"; id: number; change: FieldChange }
  | { type: "move"; id: number; to: number }
  | { type: "duplicate"; id: number }
  | { type: "remove"; id: number }
  | { type: "replace"; fields: readonly FieldIn[] }
  | { type: "undo" }
  | { type: "open"; id: number | null };

const STEPS_KEPT = 50;

export function draftOf(fields: readonly FieldIn[], firstId = 1): FieldDraft {
  return {
    fields: drafted(fields, firstId),
    open: null,
    past: [],
    nextId: firstId + fields.length,
  };
}

/** As the service wants them: without what only this page knows. */
export function fieldsOf(draft: FieldDraft): FieldIn[] {
  return draft.fields.map(({ name, type, description, values, synonyms, required }) => ({
    name: tidy(name),
    type,
    description,
    values: type === "enum" ? [...values] : [],
    synonyms: [...synonyms],
    required,
  }));
}

/** The service folds white space; so does what is compared with it. */
export function tidy(name: string): string {
  return name.trim().replace(/\s+/g, " ");
}

export function changeFields(draft: FieldDraft, action: FieldAction): FieldDraft {
  switch (action.type) {
    case "open":
      return { ...draft, open: action.id };
    case "add": {
      const field = blank(draft.nextId, "");
      return { ...put(draft, action.after, [field], "add"), open: field.id };
    }
    case "paste": {
      const added = drafted(newFields(draft, action.fields), draft.nextId);
      return added.length === 0 ? draft : { ...put(draft, action.at, added, "paste"), open: null };
    }
    case "change": {
      const what = `${action.id} ${Object.keys(action.change).join(" ")}`;
      return step(draft, "change", what, (fields) =>
        fields.map((field) => (field.id === action.id ? { ...field, ...action.change } : field)),
      );
    }
    case "move":
      return step(draft, "move", String(action.id), (fields) => moved(fields, action.id, action.to));
    case "duplicate": {
      const original = draft.fields.find((field) => field.id === action.id);
      if (original === undefined) return draft;
      const copy = { ...original, id: draft.nextId, name: freeName(draft, original.name) };
      return { ...put(draft, action.id, [copy], "duplicate"), open: copy.id };
    }
    case "remove": {
      const after = step(draft, "remove", "", (fields) => fields.filter((field) => field.id !== action.id));
      return { ...after, open: draft.open === action.id ? null : draft.open };
    }
    case "replace": {
      const fresh = draftOf(action.fields, draft.nextId);
      return { ...fresh, past: kept(draft, { step: "replace", what: "", fields: draft.fields }) };
    }
    case "undo": {
      const before = draft.past.at(-1);
      if (before === undefined) return draft;
      const open = before.fields.some((field) => field.id === draft.open) ? draft.open : null;
      return { ...draft, fields: before.fields, past: draft.past.slice(0, -1), open };
    }
    default:
      return action satisfies never;
  }
}

function blank(id: number, name: string): DraftField {
  return { id, name, type: "text", description: "", values: [], synonyms: [], required: false };
}

function drafted(fields: readonly FieldIn[], firstId: number): DraftField[] {
  return fields.map((field, place) => ({ ...blank(firstId + place, field.name), ...field }));
}

function kept(draft: FieldDraft, before: Before): readonly Before[] {
  return [...draft.past, before].slice(-STEPS_KEPT);
}

function step(
  draft: FieldDraft,
  kind: FieldStep,
  what: string,
  change: (fields: readonly DraftField[]) => readonly DraftField[],
): FieldDraft {
  const last = draft.past.at(-1);
  const goesOn = what !== "" && last?.step === kind && last.what === what;
  const past = goesOn ? draft.past : kept(draft, { step: kind, what, fields: draft.fields });
  return { ...draft, fields: change(draft.fields), past };
}

/** New fields behind the one with this id, or at the end. */
function put(
  draft: FieldDraft,
  after: number | undefined,
  added: readonly DraftField[],
  kind: FieldStep,
): FieldDraft {
  const place = draft.fields.findIndex((field) => field.id === after);
  const at = place === -1 ? draft.fields.length : place + 1;
  const fields = [...draft.fields.slice(0, at), ...added, ...draft.fields.slice(at)];
  const past = kept(draft, { step: kind, what: "", fields: draft.fields });
  return { ...draft, fields, past, nextId: draft.nextId + added.length };
}

function moved(fields: readonly DraftField[], id: number, to: number): readonly DraftField[] {
  const from = fields.findIndex((field) => field.id === id);
  const field = fields[from];
  const target = Math.max(0, Math.min(fields.length - 1, to));
  if (field === undefined || from === target) return fields;
  const rest = fields.filter((other) => other.id !== id);
  return [...rest.slice(0, target), field, ...rest.slice(target)];
}

/** How names are compared: the service takes "Straße" and "STRASSE" for one. */
export function nameKey(name: string): string {
  return tidy(name).normalize("NFC").toLowerCase().replaceAll("ß", "ss");
}

function newFields(draft: FieldDraft, fields: readonly FieldIn[]): FieldIn[] {
  const known = new Set(draft.fields.map((field) => nameKey(field.name)));
  return fields.filter((field) => !known.has(nameKey(field.name)));
}

function freeName(draft: FieldDraft, name: string): string {
  const known = new Set(draft.fields.map((field) => nameKey(field.name)));
  const stem = tidy(name).replace(/ \d+$/, "");
  if (stem === "") return "";
  let number = 2;
  while (known.has(nameKey(`${stem} ${number}`))) number += 1;
  return `${stem} ${number}`;
}
