import type { RecordPatch, RecordRead } from "@/api/gen/types.gen";

export type Values = Record<string, string | null>;
type Seen = Pick<RecordRead, "data" | "review" | "flag">;

/** What a person says of one card, and what stood there when it was said. */
export interface Change {
  set: Values;
  accept: string[];
  reject: string[];
  clear: string[];
  flag?: string | null;
  seen: Values;
}

export interface Clash {
  mine: string | null;
  theirs: string | null;
}

export type Typed = Readonly<Record<string, { text: string; base: string | null }>>;

export function noChange(): Change {
  return { set: {}, accept: [], reject: [], clear: [], seen: {} };
}

export function isNothing(change: Change): boolean {
  return fieldsOf(change).length === 0 && change.flag === undefined;
}

export function fieldsOf(change: Change): string[] {
  return [...Object.keys(change.set), ...change.accept, ...change.reject, ...change.clear];
}

/** As the service keeps it: without space around it, empty for blank. */
export function plain(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === "" ? null : trimmed;
}

/** Accept these fields as they stand: what was typed is set, what was not looked at before is accepted. */
export function acceptance(record: Seen, typed: Typed, fields: readonly string[]): Change {
  const change = noChange();
  for (const field of fields) {
    const stands = record.data[field] ?? null;
    const draft = typed[field];
    const mine = draft === undefined ? stands : plain(draft.text);
    if (mine !== stands) change.set[field] = mine;
    else if (record.review[field] === undefined) change.accept.push(field);
    else continue;
    // A draft was begun on what stood there then, which may have changed underneath.
    change.seen[field] = draft?.base ?? stands;
  }
  return change;
}

/** Two changes of one card as one; the newer word on a field holds. */
export function joined(older: Change, newer: Change): Change {
  const again = new Set(fieldsOf(newer));
  const left = (fields: readonly string[]) => fields.filter((field) => !again.has(field));
  const kept = Object.fromEntries(Object.entries(older.set).filter(([field]) => !again.has(field)));
  const flag = newer.flag === undefined ? older.flag : newer.flag;
  return {
    set: { ...kept, ...newer.set },
    accept: [...left(older.accept), ...newer.accept],
    reject: [...left(older.reject), ...newer.reject],
    clear: [...left(older.clear), ...newer.clear],
    seen: { ...older.seen, ...newer.seen },
    ...(flag === undefined ? {} : { flag }),
  };
}

/** What brings a card back to how it was before this change. */
export function reversal(change: Change, before: Seen, after: Seen): Change {
  const back = noChange();
  for (const field of fieldsOf(change)) {
    const verdict = before.review[field];
    if (verdict === undefined) back.clear.push(field);
    else if (verdict === "rejected") back.reject.push(field);
    else back.set[field] = before.data[field] ?? null;
    back.seen[field] = after.data[field] ?? null;
  }
  if (change.flag !== undefined) back.flag = before.flag ?? null;
  return back;
}

export interface Rebased {
  /** What can be said again, since nobody said otherwise. */
  rest: Change;
  clashes: Record<string, Clash>;
}

/** Someone saved first: which parts still hold, and where two people differ. */
export function rebase(change: Change, now: Seen): Rebased {
  const rest = noChange();
  const clashes: Record<string, Clash> = {};
  if (change.flag !== undefined) rest.flag = change.flag;
  for (const field of fieldsOf(change)) {
    const theirs = now.data[field] ?? null;
    const saw = change.seen[field] ?? null;
    const sets = field in change.set;
    const mine = sets ? (change.set[field] ?? null) : saw;
    const agreed = theirs === mine && now.review[field] !== undefined && !change.clear.includes(field);
    if (agreed) continue;
    if (theirs !== saw && theirs !== mine) {
      clashes[field] = { mine, theirs };
      continue;
    }
    if (sets) rest.set[field] = mine;
    else if (change.accept.includes(field)) rest.accept.push(field);
    else if (change.reject.includes(field)) rest.reject.push(field);
    else rest.clear.push(field);
    rest.seen[field] = theirs;
  }
  return { rest, clashes };
}

export function patchOf(change: Change, version: number): RecordPatch {
  const { set, accept, reject, clear, flag } = change;
  return { version, set, accept, reject, clear, ...(flag === undefined ? {} : { flag }) };
}
