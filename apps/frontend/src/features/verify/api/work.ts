import { type Change, type Clash, plain, type Typed } from "./change";

/** What is not saved of one card. */
export interface CardWork {
  typed: Typed;
  clashes: Readonly<Record<string, Clash>>;
  failed: { change: Change; error: unknown } | null;
}

/** One step back: a text as it was, or a change that takes a saved one back. */
export type Step =
  | { kind: "typed"; filename: string; field: string; before: string | null; base: string | null }
  | { kind: "saved"; filename: string; back: Change };

export interface Work {
  cards: Readonly<Record<string, CardWork>>;
  steps: readonly Step[];
  /** The field in which typing goes on as one step. */
  typing: string | null;
}

export type WorkEvent =
  /** `whole`: put in at one stroke, so a step of its own. */
  | { type: "typed"; filename: string; field: string; text: string; stands: string | null; whole?: boolean }
  | { type: "dropped"; filename: string; field: string }
  | { type: "left"; filename: string }
  | { type: "saved"; filename: string; change: Change; back: Change | null }
  | { type: "failed"; filename: string; change: Change; error: unknown }
  | { type: "retried"; filename: string }
  | { type: "clashed"; filename: string; clashes: Record<string, Clash> }
  | { type: "settled"; filename: string; field: string }
  | { type: "undone" };

export const NO_WORK: Work = { cards: {}, steps: [], typing: null };
export const UNTOUCHED: CardWork = { typed: {}, clashes: {}, failed: null };
const MANY = 200;

export function workReducer(work: Work, event: WorkEvent): Work {
  switch (event.type) {
    case "typed":
      return typed(work, event);
    case "dropped":
      return onCard({ ...work, typing: null }, event.filename, (card) => ({
        ...card,
        typed: without(card.typed, event.field),
      }));
    case "left":
      return { ...work, typing: null };
    case "saved":
      return saved(work, event.filename, event.change, event.back);
    case "failed":
      return onCard(work, event.filename, (card) => ({
        ...card,
        failed: { change: event.change, error: event.error },
      }));
    case "retried":
      return onCard(work, event.filename, (card) => ({ ...card, failed: null }));
    case "clashed":
      return onCard(work, event.filename, (card) => ({
        ...card,
        clashes: { ...card.clashes, ...event.clashes },
      }));
    case "settled":
      return onCard(work, event.filename, (card) => ({
        ...card,
        typed: without(card.typed, event.field),
        clashes: without(card.clashes, event.field),
      }));
    case "undone":
      return undone(work);
    default:
      return event satisfies never;
  }
}

function typed(work: Work, event: Extract<WorkEvent, { type: "typed" }>): Work {
  const { filename, field, text, stands } = event;
  const place = `${filename}/${field}`;
  const old = work.cards[filename]?.typed[field];
  const base = old === undefined ? stands : old.base;
  const step: Step = { kind: "typed", filename, field, before: old?.text ?? null, base };
  const goesOn = work.typing === place && event.whole !== true;
  const next = onCard(work, filename, (card) => ({
    ...card,
    typed: { ...card.typed, [field]: { text, base } },
  }));
  return {
    ...next,
    steps: goesOn ? work.steps : [...work.steps, step].slice(-MANY),
    typing: event.whole === true ? null : place,
  };
}

/** What was typed on while the save was under way stays. */
function saved(work: Work, filename: string, change: Change, back: Change | null): Work {
  const next = onCard(work, filename, (card) => {
    let left = card.typed;
    for (const [field, value] of Object.entries(change.set)) {
      const draft = left[field];
      if (draft === undefined) continue;
      left =
        (draft.text.trim() || null) === value
          ? without(left, field)
          : { ...left, [field]: { ...draft, base: value } };
    }
    for (const field of change.accept) left = without(left, field);
    return { ...card, typed: left, failed: null };
  });
  // A text that is saved now is taken back by its save, not letter by letter before it.
  const gone = new Set(Object.keys(change.set));
  const steps = next.steps.filter(
    (step) => !(step.kind === "typed" && step.filename === filename && gone.has(step.field)),
  );
  return {
    ...next,
    typing: null,
    steps: back === null ? steps : [...steps, { kind: "saved" as const, filename, back }].slice(-MANY),
  };
}

function undone(work: Work): Work {
  const step = work.steps.at(-1);
  if (step === undefined) return work;
  const shorter = { ...work, steps: work.steps.slice(0, -1), typing: null };
  if (step.kind === "saved") return shorter;
  return onCard(shorter, step.filename, (card) => ({
    ...card,
    typed:
      step.before === null
        ? without(card.typed, step.field)
        : { ...card.typed, [step.field]: { text: step.before, base: step.base } },
  }));
}

function onCard(work: Work, filename: string, change: (card: CardWork) => CardWork): Work {
  const after = change(work.cards[filename] ?? UNTOUCHED);
  const idle =
    Object.keys(after.typed).length === 0 && Object.keys(after.clashes).length === 0 && after.failed === null;
  return { ...work, cards: idle ? without(work.cards, filename) : { ...work.cards, [filename]: after } };
}

function without<T>(all: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => name !== key));
}

const key = (batchName: string) => `indexcards.drafts.${batchName}`;

/** What was typed, and both sides of a conflict, outlive a reload; one tab's typing is not another's. */
export function keepDrafts(batchName: string, work: Work): void {
  try {
    window.sessionStorage.setItem(key(batchName), JSON.stringify(work.cards));
  } catch {
    // A browser that stores nothing still keeps the typing until it is closed.
  }
}

export function keptDrafts(batchName: string): Work {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(key(batchName)) ?? "{}");
    if (typeof kept !== "object" || kept === null) return NO_WORK;
    const cards = Object.entries(kept)
      .filter((entry): entry is [string, CardWork] => isWork(entry[1]))
      .map(([filename, card]) => [
        filename,
        // Why a save failed is said anew by the next try.
        { ...card, failed: card.failed === null ? null : { change: card.failed.change, error: undefined } },
      ]);
    return { ...NO_WORK, cards: Object.fromEntries(cards) as Work["cards"] };
  } catch {
    return NO_WORK;
  }
}

function isWork(value: unknown): value is CardWork {
  if (!isObject(value) || !isObject(value.typed) || !isObject(value.clashes)) return false;
  const { typed: drafts, clashes, failed } = value;
  return (
    Object.values(drafts).every((draft) => isObject(draft) && typeof draft.text === "string") &&
    Object.values(clashes).every(isObject) &&
    (failed === null || (isObject(failed) && isObject(failed.change)))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Something was typed that the service does not have. */
export function isDrafted(card: CardWork): boolean {
  return Object.values(card.typed).some((draft) => plain(draft.text) !== draft.base);
}
