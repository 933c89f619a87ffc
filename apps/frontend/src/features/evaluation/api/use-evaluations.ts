import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import {
  compareEvaluationsOptions,
  getEvaluationOptions,
  listEvaluationsOptions,
} from "@/api/gen/@tanstack/react-query.gen";
import { evaluateBatch } from "@/api/gen/sdk.gen";
import type { EvaluationCreate } from "@/api/gen/types.gen";

/** All kept runs, the newest first, and a new one. */
export function useEvaluations(batchName: string) {
  const client = useQueryClient();
  const path = { batch_name: batchName };
  const options = listEvaluationsOptions({ path });
  const list = useQuery(options);
  const evaluate = useMutation({
    mutationFn: async (wanted: EvaluationCreate) => {
      const { data } = await evaluateBatch({ path, body: wanted, throwOnError: true });
      return data;
    },
    onSuccess: () => client.invalidateQueries({ queryKey: options.queryKey }),
  });
  return { list, evaluate };
}

/** A run never changes. */
export function useEvaluation(batchName: string, id: number) {
  return useQuery({
    ...getEvaluationOptions({ path: { batch_name: batchName, evaluation_id: id } }),
    staleTime: Infinity,
  });
}

/** `run` less `base`, over the cards of both. */
export function useComparison(batchName: string, run: number, base: number) {
  return useQuery({
    ...compareEvaluationsOptions({
      path: { batch_name: batchName, evaluation_id: base },
      query: { other: run },
    }),
    staleTime: Infinity,
  });
}
