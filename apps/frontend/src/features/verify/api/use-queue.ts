import { useCallback, useEffect, useReducer, useRef } from "react";

import { listQueue } from "@/api/gen/sdk.gen";
import type { QueueItem, QueuePage, RecordRead } from "@/api/gen/types.gen";

import { begun, continued, marked, PIECE, placeIn, type Queue, trimmed } from "./queue";
import type { QueueView } from "./queue-view";

interface State {
  /** Which batch and view the queue belongs to. */
  of: string;
  queue: Queue | null;
  error: unknown;
}

type Event =
  | { type: "begun"; of: string; walked: readonly QueueItem[]; page: QueuePage }
  | { type: "continued"; of: string; page: QueuePage; filename: string | undefined }
  | { type: "marked"; filename: string; part: Partial<QueueItem>; taken: number | undefined }
  | { type: "failed"; of: string; error: unknown };

function reducer(state: State, event: Event): State {
  switch (event.type) {
    case "begun":
      return { of: event.of, queue: begun(event.walked, event.page), error: null };
    case "continued": {
      if (state.of !== event.of || state.queue === null) return state;
      const longer = continued(state.queue, event.page);
      return {
        ...state,
        queue: event.filename === undefined ? longer : trimmed(longer, event.filename),
        error: null,
      };
    }
    case "marked":
      return state.queue === null
        ? state
        : { ...state, queue: marked(state.queue, event.filename, event.part, event.taken) };
    case "failed":
      return { ...state, of: event.of, error: event.error };
    default:
      return event satisfies never;
  }
}

const AHEAD = 8;

export interface QueueState {
  queue: Queue | null;
  error: unknown;
  retry: () => void;
  /** From the beginning: cards that were skipped come again. */
  restart: () => Promise<string | undefined>;
  mark: (filename: string, part: Partial<QueueItem>, taken?: number) => void;
  /** What the service made of a card. */
  saved: (record: RecordRead) => void;
}

/** The queue around the card in the address; pieces of it, fetched before they are needed. */
export function useQueue(batchName: string, view: QueueView, filename: string | undefined): QueueState {
  const { order, show, field } = view;
  const of = JSON.stringify([batchName, order, show, field]);
  const [state, dispatch] = useReducer(reducer, { of, queue: null, error: null });
  /** A verified card leaves such a queue. */
  const byCard = field === undefined && (show === "open" || show === "differ" || show === "failed");
  const asking = useRef<string | null>(null);

  const ask = useCallback(
    async (from: { start?: string; after?: string }) => {
      const query = { order, show, ...(field === undefined ? {} : { field }), ...from, limit: PIECE };
      const { data } = await listQueue({ path: { batch_name: batchName }, query, throwOnError: true });
      return data;
    },
    [batchName, order, show, field],
  );
  const begin = useCallback(
    async (start: string | undefined) => {
      const page = await ask(start === undefined ? {} : { start });
      dispatch({ type: "begun", of, walked: start === undefined ? [] : walkedBefore(of), page });
      return page;
    },
    [ask, of],
  );
  const attempt = useCallback(
    (key: string, work: () => Promise<unknown>) => {
      if (asking.current === key) return;
      asking.current = key;
      void work()
        .catch((error: unknown) => dispatch({ type: "failed", of, error }))
        .finally(() => {
          if (asking.current === key) asking.current = null;
        });
    },
    [of],
  );

  const current = state.of === of ? state.queue : null;
  const here = current === null ? -1 : placeIn(current, filename);
  const lost = current === null || (filename !== undefined && here < 0);
  const last = current?.items.at(-1);
  const short = current !== null && !current.ended && here >= current.items.length - AHEAD;
  const stuck = state.of === of && state.error !== null;

  useEffect(() => {
    if (stuck) return;
    if (lost) attempt(`${of} ${filename ?? ""}`, () => begin(filename));
    else if (short && last !== undefined)
      attempt(`${of} after ${last.cursor}`, async () => {
        dispatch({ type: "continued", of, page: await ask({ after: last.cursor }), filename });
      });
  }, [stuck, lost, short, last, of, filename, attempt, begin, ask]);

  useEffect(() => {
    if (current !== null && here >= 0)
      keepWalked(of, current.items.slice(Math.max(0, here - AHEAD), here + 1));
  }, [current, here, of]);

  const retry = () => attempt(`${of} ${filename ?? ""} again`, () => begin(filename));
  const restart = async () => (await begin(undefined)).items[0]?.filename;
  const mark = useCallback(
    (name: string, part: Partial<QueueItem>, taken?: number) =>
      dispatch({ type: "marked", filename: name, part, taken: taken ?? (byCard ? undefined : 0) }),
    [byCard],
  );
  const saved = useCallback(
    ({ filename: name, review, data }: RecordRead) => {
      const judged = Object.keys(review).length;
      const whole = judged > 0 && judged >= Object.keys(data).length;
      mark(name, { review: whole ? "complete" : judged > 0 ? "partial" : "none" });
    },
    [mark],
  );
  return { queue: current, error: stuck ? state.error : null, retry, restart, mark, saved };
}

const WALKED = "indexcards.walked";

/** So that "previous" works after a reload, too. */
function keepWalked(of: string, items: readonly QueueItem[]): void {
  try {
    window.sessionStorage.setItem(WALKED, JSON.stringify({ of, items }));
  } catch {
    // Without it, the way back begins at this card.
  }
}

function walkedBefore(of: string): QueueItem[] {
  try {
    const kept = JSON.parse(window.sessionStorage.getItem(WALKED) ?? "{}") as Partial<{
      of: string;
      items: QueueItem[];
    }>;
    return kept.of === of && Array.isArray(kept.items) ? kept.items : [];
  } catch {
    return [];
  }
}
