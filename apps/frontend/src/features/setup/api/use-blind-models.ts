import { useQueries, useQuery } from "@tanstack/react-query";

import { listEnginesOptions, listModelsOptions } from "@/api/gen/@tanstack/react-query.gen";
import { furtherOf } from "@/lib/readers";

import { isServer } from "./reader-names";
import type { Setup } from "./setup-draft";

const A_WHILE = 300_000;

/** Chosen models of which a probe has found that they see no images: what they would read is invented. */
export function useBlindModels({ engine, model, options }: Setup): string[] {
  const engines = useQuery(listEnginesOptions()).data?.items ?? [];
  const chosen = [{ engine, model }, ...furtherOf({ second: options.second })].flatMap((one) => {
    const known = engines.find((item) => item.name === one.engine);
    const id = one.model ?? known?.models[0];
    return known !== undefined && isServer(known) && known.state === "ready" && id !== undefined
      ? [{ engine: one.engine, id }]
      : [];
  });
  const lists = useQueries({
    queries: chosen.map((one) => ({
      ...listModelsOptions({ path: { engine_name: one.engine } }),
      staleTime: A_WHILE,
      retry: false,
    })),
  });
  return chosen
    .filter(({ id }, place) =>
      lists[place]?.data?.items.some((item) => item.id === id && item.probe?.images === false),
    )
    .map(({ id }) => id);
}
