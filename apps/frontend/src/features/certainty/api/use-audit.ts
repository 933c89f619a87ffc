import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import {
  getAuditOptions,
  getLearningQueryKey,
  getRecordPagesOptions,
  listAuditsOptions,
} from "@/api/gen/@tanstack/react-query.gen";
import { answerAudit, drawAudit } from "@/api/gen/sdk.gen";

import { refreshCertainty } from "./use-certainty";

/** All samples of a batch, the newest first. */
export function useAudits(batchName: string) {
  const client = useQueryClient();
  const path = { batch_name: batchName };
  const list = useQuery(listAuditsOptions({ path }));
  const draw = useMutation({
    mutationFn: async (size: number) => {
      const { data } = await drawAudit({ path, body: { size }, throwOnError: true });
      return data;
    },
    onSuccess: () => client.invalidateQueries({ queryKey: listAuditsOptions({ path }).queryKey }),
  });
  return { list, draw };
}

/** One sample being answered. The machine's values come with the answers, never before. */
export function useAudit(batchName: string, auditId: number) {
  const client = useQueryClient();
  const path = { batch_name: batchName, audit_id: auditId };
  const options = getAuditOptions({ path });
  const audit = useQuery({ ...options, staleTime: Infinity });
  const answer = useMutation({
    mutationFn: async ({ place, value }: { place: number; value: string | null }) => {
      const { data } = await answerAudit({ path, body: { place, value }, throwOnError: true });
      return data;
    },
    onSuccess: (data) => {
      client.setQueryData(options.queryKey, data);
      void refreshCertainty(client, batchName);
      void client.invalidateQueries({
        queryKey: getLearningQueryKey({ path: { batch_name: batchName } }),
      });
    },
    // Another window may have answered it meanwhile.
    onError: () => client.invalidateQueries({ queryKey: options.queryKey }),
  });
  return { audit, answer };
}

export function useAuditPages(batchName: string, filename: string | undefined) {
  return useQuery({
    ...getRecordPagesOptions({ path: { batch_name: batchName, filename: filename ?? "" } }),
    enabled: filename !== undefined,
    staleTime: Infinity,
  });
}
