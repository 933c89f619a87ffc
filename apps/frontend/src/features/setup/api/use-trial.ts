import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

import { tryCards } from "@/api/gen/sdk.gen";
import type { TryReport, TryRequest } from "@/api/gen/types.gen";

export interface Trial {
  report: TryReport | undefined;
  /** What it was tried with. */
  wanted: TryRequest | undefined;
  error: unknown;
  pending: boolean;
  run: (wanted: TryRequest, onDone: () => void) => void;
  stop: () => void;
}

/** A trial at a time; a new one, or leaving the place, stops the one before on the service too. */
export function useTrial(batchName: string): Trial {
  const abort = useRef<AbortController | null>(null);
  const trial = useMutation({
    mutationFn: async (body: TryRequest) => {
      const controller = new AbortController();
      abort.current = controller;
      const { data } = await tryCards({
        path: { batch_name: batchName },
        body,
        signal: controller.signal,
        throwOnError: true,
      });
      return { report: data, wanted: body };
    },
  });
  useEffect(() => () => abort.current?.abort(), []);
  const stopped = trial.error instanceof DOMException && trial.error.name === "AbortError";
  return {
    report: trial.data?.report,
    wanted: trial.data?.wanted,
    error: stopped ? null : trial.error,
    pending: trial.isPending,
    run: (wanted, onDone) => {
      abort.current?.abort();
      trial.mutate(wanted, { onSuccess: onDone });
    },
    stop: () => abort.current?.abort(),
  };
}
