import type { BatchRead, FieldIn, Pairing, TemplateRead, TryRequest } from "@/api/gen/types.gen";
import { changeFields, draftOf, type FieldDraft, fieldsOf } from "@/lib/field-draft";
import { problemsOf } from "@/lib/field-problems";

export const PAIRINGS = ["none", "suffix", "two_by_two", "pattern"] as const satisfies readonly Pairing[];

/** How a batch is to be read, as the service keeps it. */
export interface SetupBody {
  fields: FieldIn[];
  engine: string;
  model: string | null;
  options: { pairing: Pairing; pattern: string | null };
  template_id: number | null;
}

/** The same while a person works on it. */
export type Setup = Omit<SetupBody, "fields"> & { draft: FieldDraft };

export function bodyOfBatch(batch: BatchRead): SetupBody {
  return {
    fields: fieldsOf(draftOf(batch.fields)),
    engine: batch.engine,
    model: batch.model,
    options: pairingOf(batch.options),
    template_id: batch.template_id ?? null,
  };
}

export function pairingOf(options: Record<string, unknown>): SetupBody["options"] {
  const pairing = PAIRINGS.find((known) => known === options.pairing) ?? "none";
  return { pairing, pattern: typeof options.pattern === "string" ? options.pattern : null };
}

export function setupOf({ fields, ...rest }: SetupBody): Setup {
  return { ...rest, draft: draftOf(fields) };
}

export function bodyOf({ draft, engine, model, options, template_id }: Setup): SetupBody {
  return { fields: fieldsOf(draft), engine, model, options, template_id };
}

/** Fit to be saved. A batch without fields may be: they can come later. */
export function isSetupReady(setup: Setup): boolean {
  return (
    problemsOf(setup.draft.fields).size === 0 &&
    (setup.options.pairing !== "pattern" || isPattern(setup.options.pattern))
  );
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
  return { fields, engine, model, options };
}
