import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { listTemplatesOptions, listTemplatesQueryKey } from "@/api/gen/@tanstack/react-query.gen";
import { createTemplate, deleteTemplate } from "@/api/gen/sdk.gen";
import type { TemplateRead, TemplateWrite } from "@/api/gen/types.gen";

export function useTemplates() {
  return useQuery(listTemplatesOptions());
}

/** `onMade` runs when the list knows the new template. */
export function useCreateTemplate(onMade: (template: TemplateRead) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: TemplateWrite) => (await createTemplate({ body, throwOnError: true })).data,
    onSuccess: async (template) => {
      await client.invalidateQueries({ queryKey: listTemplatesQueryKey() });
      onMade(template);
    },
  });
}

export function useDeleteTemplate(template: TemplateRead, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => deleteTemplate({ path: { template_id: template.id }, throwOnError: true }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: listTemplatesQueryKey() });
      onDone();
    },
  });
}
