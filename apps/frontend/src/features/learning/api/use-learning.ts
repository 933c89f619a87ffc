import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";

import { getLearningOptions, getLearningQueryKey } from "@/api/gen/@tanstack/react-query.gen";
import { switchNormalisers, trainNow } from "@/api/gen/sdk.gen";
import type { LearningRead, ModelRead } from "@/api/gen/types.gen";

const TRAINING_MS = 1_500;
const IDLE_MS = 60_000;
const AFTER_SAVE_MS = 400;

/** How much the reader has learned; asked again often while it trains, else now and then: colleagues verify too. */
export function useLearning(batchName: string) {
  return useQuery({
    ...getLearningOptions({ path: { batch_name: batchName } }),
    refetchInterval: ({ state }) => (state.data?.training === true ? TRAINING_MS : IDLE_MS),
  });
}

/** To be called after each save; several at once ask only once. */
export function useVerified(batchName: string): () => void {
  const client = useQueryClient();
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      void client.invalidateQueries({
        queryKey: getLearningQueryKey({ path: { batch_name: batchName } }),
      });
    }, AFTER_SAVE_MS);
  }, [client, batchName]);
}

/** On fewer held-out cards F1 and its spread say nothing. */
const TELLING = 10;

export function isTelling(model: ModelRead): boolean {
  return model.cards >= TELLING;
}

/** The service looks after every verdict whether it is time; only then does it train. */
export function isTraining(learning: LearningRead): boolean {
  return learning.training && learning.until_next === 0;
}

export function useLearnNow(batchName: string) {
  const keep = useKeep(batchName);
  return useMutation({
    mutationFn: () => trainNow({ path: { batch_name: batchName }, throwOnError: true }),
    onSuccess: ({ data }) => keep(data),
  });
}

/** Which learned spellings are not used, by their keys. */
export function useSwitchRules(batchName: string) {
  const keep = useKeep(batchName);
  return useMutation({
    mutationFn: (off: string[]) =>
      switchNormalisers({ path: { batch_name: batchName }, body: { off }, throwOnError: true }),
    onSuccess: ({ data }) => keep(data),
  });
}

function useKeep(batchName: string): (learning: LearningRead) => void {
  const client = useQueryClient();
  return (learning) =>
    client.setQueryData(getLearningQueryKey({ path: { batch_name: batchName } }), learning);
}
