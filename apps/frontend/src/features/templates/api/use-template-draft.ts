import { useQueryClient } from "@tanstack/react-query";

import { listTemplatesQueryKey } from "@/api/gen/@tanstack/react-query.gen";
import { replaceTemplate } from "@/api/gen/sdk.gen";
import type { FieldIn, TemplatePage, TemplateRead } from "@/api/gen/types.gen";
import { draftOf, type FieldDraft, fieldsOf, tidy } from "@/lib/field-draft";
import { problemsOf } from "@/lib/field-problems";
import { type KeptDraft, useKeptDraft } from "@/lib/kept-draft";

interface TemplateBody {
  name: string;
  fields: FieldIn[];
}

export interface TemplateDraft {
  name: string;
  draft: FieldDraft;
}

/** A template's name and fields, saved by themselves; reader and sides stay as they are. */
export function useTemplateDraft(template: TemplateRead): KeptDraft<TemplateDraft> {
  const client = useQueryClient();
  return useKeptDraft<TemplateDraft, TemplateBody>({
    storageKey: `indexcards.template.${template.id}`,
    server: bodyOf(template),
    toBody: ({ name, draft }) => ({ name: tidy(name), fields: fieldsOf(draft) }),
    fromBody: ({ name, fields }) => ({ name, draft: draftOf(fields) }),
    isReady: ({ name, draft }) => tidy(name) !== "" && problemsOf(draft.fields).size === 0,
    locked: false,
    save: async (body) => {
      const { engine, model, options } = template;
      const queryKey = listTemplatesQueryKey();
      const path = { template_id: template.id };
      const changed = (
        await replaceTemplate({ path, body: { ...body, engine, model, options }, throwOnError: true })
      ).data;
      await client.cancelQueries({ queryKey });
      client.setQueryData<TemplatePage>(queryKey, (page) =>
        page === undefined
          ? page
          : { ...page, items: page.items.map((item) => (item.id === changed.id ? changed : item)) },
      );
      return bodyOf(changed);
    },
  });
}

function bodyOf(template: TemplateRead): TemplateBody {
  return { name: template.name, fields: fieldsOf(draftOf(template.fields)) };
}
