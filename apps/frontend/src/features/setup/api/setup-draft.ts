import type { BatchRead, FieldIn, Pairing, TemplateRead, TryRequest } from "@/api/gen/types.gen";
import { changeFields, draftOf, type FieldDraft, fieldsOf } from "@/lib/field-draft";
import { problemsOf } from "@/lib/field-problems";
import { asSecond, furtherOf, type Reader } from "@/lib/readers";

export const PAIRINGS = ["none", "suffix", "two_by_two", "pattern"] as const satisfies readonly Pairing[];

export const MOST_EXAMPLES = 5;
export const FIELDS_GO_HERE = "{fields}";

export interface SetupOptions {
  pairing: Pairing;
  pattern: string | null;
  /** A prompt of one's own, with `{fields}`; empty: the built-in one. */
  prompt: string;
  /** What the built-in reader found goes to the model as well. */
  hint: boolean;
  /** Verified cards shown to the model as examples, the nearest by their words; 0: none. */
  examples: number;
  /** Of the cards, in plain words; empty: the model finds out. */
  language: string;
  /** US$ at which reading pauses. */
  ceiling: number | null;
  /** Readers beside the first: none, one, or several in their order. */
  second: Reader | Reader[] | null;
}

/** How a batch is to be read, as the service keeps it. */
export interface SetupBody {
  fields: FieldIn[];
  engine: string;
  model: string | null;
  options: SetupOptions;
  template_id: number | null;
}

/** The same while a person works on it. */
export type Setup = Omit<SetupBody, "fields"> & { draft: FieldDraft };

export function bodyOfBatch(batch: BatchRead): SetupBody {
  return {
    fields: fieldsOf(draftOf(batch.fields)),
    engine: batch.engine,
    model: batch.model,
    options: optionsOf(batch.options),
    template_id: batch.template_id ?? null,
  };
}

function pairingOf(options: Record<string, unknown>): Pick<SetupOptions, "pairing" | "pattern"> {
  const pairing = PAIRINGS.find((known) => known === options.pairing) ?? "none";
  return { pairing, pattern: typeof options.pattern === "string" ? options.pattern : null };
}

export function optionsOf(options: Record<string, unknown>): SetupOptions {
  return {
    ...pairingOf(options),
    prompt: typeof options.prompt === "string" ? options.prompt : "",
    hint: options.hint === true,
    examples: typeof options.examples === "number" ? options.examples : 0,
    language: typeof options.language === "string" ? options.language : "",
    ceiling: typeof options.ceiling === "number" ? options.ceiling : null,
    second: asSecond(furtherOf(options)),
  };
}

/** What a browser has kept may be from a version that knew fewer options. */
export function setupOf({ fields, options, ...rest }: SetupBody): Setup {
  return { ...rest, options: { ...optionsOf({}), ...options }, draft: draftOf(fields) };
}

export function bodyOf({ draft, engine, model, options, template_id }: Setup): SetupBody {
  return { fields: fieldsOf(draft), engine, model, options, template_id };
}

/** Fit to be saved. A batch without fields may be: they can come later. */
export function isSetupReady(setup: Setup): boolean {
  return (
    problemsOf(setup.draft.fields).size === 0 &&
    (setup.options.pairing !== "pattern" || isPattern(setup.options.pattern)) &&
    isPrompt(setup.options.prompt) &&
    isSecond(setup)
  );
}

/** Every further reader is another one, and a model of it is chosen; the built-in one has only its own. */
export function isSecond({ engine, model, options }: Setup): boolean {
  const further = furtherOf({ second: options.second });
  const readers = [{ engine, model }, ...further].map((one) => `${one.engine} ${one.model ?? ""}`);
  return (
    further.every((one) => one.engine === "local" || one.model !== null) &&
    new Set(readers).size === readers.length
  );
}

/** Whether a prompt says where the fields go; none is fine too. */
export function isPrompt(prompt: string): boolean {
  return prompt === "" || prompt.includes(FIELDS_GO_HERE);
}

/** Whether a pattern names the card and the side; what else is wrong with it, the service says. */
export function isPattern(pattern: string | null): boolean {
  return pattern !== null && pattern.includes("(?P<card>") && pattern.includes("(?P<side>");
}

export function withTemplate(setup: Setup, template: TemplateRead): Setup {
  return {
    draft: changeFields(setup.draft, { type: "replace", fields: template.fields }),
    engine: template.engine ?? setup.engine,
    model: template.engine === null ? setup.model : template.model,
    options: {
      ...setup.options,
      ...(template.options.pairing === undefined ? {} : pairingOf(template.options)),
    },
    template_id: template.id,
  };
}

/** Whether the set-up is still what the template says. */
export function differs(setup: Setup, template: TemplateRead): boolean {
  return JSON.stringify(fieldsOf(setup.draft)) !== JSON.stringify(fieldsOf(draftOf(template.fields)));
}

export function tryOf(setup: Setup): TryRequest {
  const { fields, engine, model, options } = bodyOf(setup);
  const { pairing, pattern, prompt, hint, examples, language } = options;
  return { fields, engine, model, options: { pairing, pattern, prompt, hint, examples, language } };
}
