import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { refreshBatch } from "@/api/cache";
import {
  getComparisonOptions,
  listComparisonsOptions,
  listEnginesOptions,
} from "@/api/gen/@tanstack/react-query.gen";
import { beginComparison, planComparison, readBeside, patchBatch } from "@/api/gen/sdk.gen";
import type { BatchRead, MixRead, MixesWanted, ReaderChoice } from "@/api/gen/types.gen";
import { asSecond, furtherOf, type Reader } from "@/lib/readers";

const RUNNING_MS = 1_500;

/** What will be measured: cards, and for each reader those that it has yet to read. */
export function usePlan(batch: BatchRead, wanted: MixesWanted) {
  const { name, pass } = batch;
  return useQuery({
    queryKey: ["comparison plan", name, wanted, batch.status, pass?.done ?? 0],
    queryFn: async () => {
      const { data } = await planComparison({ path: { batch_name: name }, body: wanted, throwOnError: true });
      return data;
    },
    placeholderData: (before) => before,
  });
}

export function useEngines() {
  return useQuery(listEnginesOptions());
}

/** The newest comparison, asked again while it is measured; and a new one. */
export function useMeasured(batchName: string, against: string | null) {
  const client = useQueryClient();
  const path = { batch_name: batchName };
  const options = listComparisonsOptions({ path });
  const list = useQuery({
    ...options,
    refetchInterval: ({ state }) => (state.data?.items[0]?.status === "running" ? RUNNING_MS : false),
  });
  const newest = list.data?.items[0];
  const found = useQuery({
    ...getComparisonOptions({
      path: { ...path, comparison_id: newest?.id ?? 1 },
      ...(against === null ? {} : { query: { against } }),
    }),
    enabled: newest !== undefined,
    placeholderData: (before) => (before?.id === newest?.id ? before : undefined),
  });
  const { refetch } = found;
  const step = newest === undefined ? null : `${newest.step} ${newest.status}`;
  useEffect(() => {
    if (step !== null) void refetch();
  }, [step, refetch]);
  const begin = useMutation({
    mutationFn: (body: MixesWanted) => beginComparison({ path, body, throwOnError: true }),
    onSettled: () => client.invalidateQueries({ queryKey: options.queryKey }),
  });
  return { list, newest, found, begin };
}

/** Another reader reads these cards beside the first; the batch runs meanwhile. */
export function useReadBeside(batchName: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ reader, cards }: { reader: ReaderChoice; cards: string[] }) =>
      readBeside({ path: { batch_name: batchName }, body: { ...reader, cards }, throwOnError: true }),
    onSettled: () => refreshBatch(client, batchName),
  });
}

/** From now on the batch is read so; what was read stays. */
export function useUse(batchName: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (mix: MixRead) =>
      patchBatch({ path: { batch_name: batchName }, body: settingOf(mix), throwOnError: true }),
    onSettled: () => refreshBatch(client, batchName),
  });
}

/** The models, one after the other, or one with the built-in reader; that belongs to every referee anyway. */
export function settingOf({ readers }: MixRead) {
  const models = readers.filter((reader) => reader.engine !== "local");
  const [first, ...further] = (
    models.length > 1 ? models : [...models, ...readers.filter((r) => r.engine === "local")]
  ).map(({ engine, model }): Reader => ({ engine, model: engine === "local" ? null : model }));
  if (first === undefined) throw new Error("a mix without readers");
  return { ...first, options: { second: asSecond(further) } };
}

/** Whether the batch is set so already. */
export function isUsed(batch: BatchRead, mix: MixRead): boolean {
  if (!mix.usable || mix.way === "vote") return false;
  const wanted = settingOf(mix);
  const further = furtherOf(wanted.options);
  const own = furtherOf(batch.options);
  return (
    isReader(batch, wanted) &&
    own.length === further.length &&
    further.every((one, place) => isReader(own[place], one))
  );
}

/** `model` null in what is wanted: whichever the reader has. */
function isReader(given: Reader | undefined, wanted: Reader): boolean {
  return given?.engine === wanted.engine && (wanted.model === null || given.model === wanted.model);
}
