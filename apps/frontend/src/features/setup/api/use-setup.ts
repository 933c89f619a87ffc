import { useQueryClient } from "@tanstack/react-query";

import { refreshBatch } from "@/api/cache";
import { getBatchQueryKey, listTemplatesQueryKey } from "@/api/gen/@tanstack/react-query.gen";
import { patchBatch } from "@/api/gen/sdk.gen";
import type { BatchRead } from "@/api/gen/types.gen";
import { type KeptDraft, useKeptDraft } from "@/lib/kept-draft";

import { bodyOf, bodyOfBatch, isSetupReady, type Setup, type SetupBody, setupOf } from "./setup-draft";

export function isBusy(batch: BatchRead): boolean {
  return batch.status === "running" || batch.status === "cancelling";
}

/** The set-up of a batch, saved by itself; see `useKeptDraft`. */
export function useSetup(batch: BatchRead): KeptDraft<Setup> {
  const client = useQueryClient();
  const path = { batch_name: batch.name };
  return useKeptDraft<Setup, SetupBody>({
    storageKey: `indexcards.setup.${batch.name}`,
    server: bodyOfBatch(batch),
    toBody: bodyOf,
    fromBody: setupOf,
    isReady: isSetupReady,
    locked: isBusy(batch),
    save: async (body) => {
      const queryKey = getBatchQueryKey({ path });
      const wanted = { ...body, options: { ...body.options } };
      const changed = (await patchBatch({ path, body: wanted, throwOnError: true })).data;
      // An answer on its way from before would take the change back on the page.
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, changed);
      void refreshBatch(client, batch.name);
      if (changed.template_id !== batch.template_id) {
        void client.invalidateQueries({ queryKey: listTemplatesQueryKey() });
      }
      return bodyOfBatch(changed);
    },
  });
}
