import { useMutation, useQueryClient } from "@tanstack/react-query";

import { refreshBatch } from "@/api/cache";
import { createSample } from "@/api/gen/sdk.gen";
import type { SampleCreate } from "@/api/gen/types.gen";

/** Makes a batch of one of the drawers that come with the installation. */
export function useSampleDrawer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (drawer: NonNullable<SampleCreate["drawer"]>) =>
      (await createSample({ body: { drawer }, throwOnError: true })).data,
    onSuccess: (created) => refreshBatch(client, created.name),
  });
}
