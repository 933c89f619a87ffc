import { useCallback, useEffect, useRef, useState } from "react";

import type { BatchRead, CardPageRead, RecordDetail } from "@/api/gen/types.gen";
import { useCardLook } from "@/components/image-viewer/card-look";

import { type Action, actionsOf } from "./actions";
import { acceptance, noChange } from "./change";
import { fieldAfter, firstField } from "./fields";
import { offersOf } from "./offers";
import { placeIn } from "./queue";
import type { QueueView } from "./queue-view";
import type { QueueState } from "./use-queue";
import type { WorkDesk } from "./use-work";

/** The button that says that a card is done. */
export const CARD_DONE = "card-done";

export type Panel = "help" | "note" | null;

interface DeskParts {
  batch: BatchRead;
  filename: string;
  record: RecordDetail | undefined;
  pages: readonly CardPageRead[];
  view: QueueView;
  queue: QueueState;
  work: WorkDesk;
  onCard: (filename: string) => void;
}

/** One card on the desk: which field is looked at, how the card lies, and everything that can be done. */
export function useDesk({ batch, filename, record, pages, view, queue, work, onCard }: DeskParts) {
  const [focused, setFocused] = useState<string | null>(null);
  const [panel, setPanel] = useState<Panel>(null);
  /** The card that is done with, while it is not known yet what comes after it. */
  const [leaving, setLeaving] = useState<string | null>(null);
  const [side, setSide] = useState<number | "both" | null>(null);
  const look = useCardLook(filename);
  const inputs = useRef(new Map<string, HTMLTextAreaElement>());

  const names = batch.fields.map((field) => field.name);
  const card = work.of(filename);
  const here = queue.queue === null ? -1 : placeIn(queue.queue, filename);
  const field = batch.fields.find((one) => one.name === focused);
  const clash = focused === null ? undefined : card.clashes[focused];
  const offers = record !== undefined && field !== undefined ? offersOf(record, field) : [];
  const candidates = offers.map((offer) => offer.text);
  const differ = view.show === "differ";
  const evidence = (focused === null ? undefined : record?.evidence[focused]) ?? [];
  const shown = side ?? evidence[0]?.image ?? 0;

  const focus = useCallback((name: string | null) => {
    if (name === null) return;
    setFocused(name);
    setSide((before) => (before === "both" ? before : null));
    const input = inputs.current.get(name);
    if (input === undefined || document.activeElement === input) return;
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length);
  }, []);

  const ready = record?.filename === filename;
  const contested = Object.keys(card.clashes)[0];
  const first = ready ? (contested ?? firstField(record, names, view.field, differ)) : null;
  const arrived = useRef("");
  /** A field to go to on the card that comes. */
  const wished = useRef<string | null>(null);
  useEffect(() => {
    if (!ready || arrived.current === filename) return;
    arrived.current = filename;
    focus(wished.current ?? first);
    wished.current = null;
  });
  /** The field whose acceptance moved the focus on; null as soon as a person did anything else. */
  const accepted = useRef<string | null>(null);
  useEffect(() => {
    const forget = () => {
      accepted.current = null;
    };
    window.addEventListener("keydown", forget, true);
    window.addEventListener("pointerdown", forget, true);
    return () => {
      window.removeEventListener("keydown", forget, true);
      window.removeEventListener("pointerdown", forget, true);
    };
  }, []);
  useEffect(() => {
    // The answer is a conflict: back to it, so that the keys it names are meant for it.
    if (accepted.current !== null && accepted.current in card.clashes) focus(accepted.current);
  }, [card.clashes, focus]);
  const following = here < 0 ? undefined : queue.queue?.items[here + 1]?.filename;
  const goingOn = leaving === filename ? following : undefined;
  const atEnd = leaving === filename && here >= 0 && following === undefined && queue.queue?.ended === true;
  useEffect(() => {
    if (goingOn !== undefined) onCard(goingOn);
  }, [goingOn, onCard]);

  const goTo = (name: string | undefined, atField: string | null = null) => {
    if (name === undefined) return;
    work.dispatch({ type: "left", filename });
    setLeaving(null);
    if (name === filename) focus(atField);
    else {
      wished.current = atField;
      onCard(name);
    }
  };
  const next = () => {
    if (following !== undefined) goTo(following);
    else setLeaving(filename);
  };
  const previous = () => (atEnd ? setLeaving(null) : goTo(queue.queue?.items[here - 1]?.filename));

  const type = (name: string, text: string, whole = false) =>
    work.dispatch({ type: "typed", filename, field: name, text, stands: record?.data[name] ?? null, whole });
  const keepMine = (name: string) => {
    const both = card.clashes[name];
    if (both === undefined) return;
    work.dispatch({ type: "settled", filename, field: name });
    work.save(filename, { ...noChange(), set: { [name]: both.mine }, seen: { [name]: both.theirs } });
  };
  const takeTheirs = (name: string) => work.dispatch({ type: "settled", filename, field: name });

  const accept = () => {
    if (focused === null || record === undefined) return;
    if (clash !== undefined) {
      keepMine(focused);
      return;
    }
    work.save(filename, acceptance(record, card.typed, [focused]));
    if (view.field === undefined) {
      accepted.current = focused;
      const next = fieldAfter(record, names, focused, differ);
      if (next === null) document.getElementById(CARD_DONE)?.focus();
      else focus(next);
      return;
    }
    queue.mark(filename, {}, record.review[focused] === undefined ? 1 : 0);
    next();
  };
  const done = () => {
    if (record === undefined) return;
    if (contested !== undefined) {
      focus(contested);
      return;
    }
    const wanted = view.field === undefined ? names : [view.field];
    work.save(filename, acceptance(record, card.typed, wanted));
    if (view.field === undefined) queue.mark(filename, { review: "complete" });
    else queue.mark(filename, {}, view.show === "all" || record.review[view.field] !== undefined ? 0 : 1);
    next();
  };
  const current =
    focused === null ? -1 : candidates.indexOf(card.typed[focused]?.text ?? record?.data[focused] ?? "");
  const cycle = (by: number) => {
    if (focused === null || record === undefined) return;
    if (clash !== undefined) {
      takeTheirs(focused);
      return;
    }
    const to = current < 0 ? 0 : (current + by + candidates.length) % candidates.length;
    const text = candidates[to];
    if (text !== undefined) type(focused, text, true);
  };
  const oldValue = () => {
    if (focused === null) return;
    if (clash !== undefined) takeTheirs(focused);
    else work.dispatch({ type: "dropped", filename, field: focused });
  };
  const undo = () => {
    const to = work.undo();
    if (to !== null) goTo(to.filename, to.field ?? focused);
  };
  const putWords = (text: string, append: boolean) => {
    if (focused === null || record === undefined) return;
    const now = card.typed[focused]?.text ?? record.data[focused] ?? "";
    type(focused, append && now !== "" ? `${now} ${text}` : text, true);
    focus(focused);
  };
  const flag = (note: string | null) => {
    work.save(filename, { ...noChange(), flag: note });
    queue.mark(filename, { flag: note });
    closePanel();
  };
  const closePanel = () => {
    setPanel(null);
    // After the panel has given the focus back.
    window.setTimeout(() => focus(focused));
  };

  const others = work.troubled.filter((name) => name !== filename);
  const toTrouble = () => goTo(others[0]);
  const actions: Action[] = actionsOf(
    {
      accept,
      other_above: () => cycle(-1),
      other_below: () => cycle(1),
      blank: () => focused !== null && type(focused, "", true),
      old_value: oldValue,
      undo,
      done,
      skip: next,
      previous,
      flag: () => (panel === "note" ? closePanel() : setPanel("note")),
      unsaved: toTrouble,
      help: () => setPanel("help"),
      fit: look.fit,
      larger: () => look.zoom(1.4),
      smaller: () => look.zoom(1 / 1.4),
      rotate: look.rotate,
      invert: look.invert,
      side: () => setSide(shown === "both" ? 0 : (shown + 1) % Math.max(1, pages.length)),
      both: () => setSide(shown === "both" ? null : "both"),
    },
    {
      other_above: candidates.length > 1 || clash !== undefined,
      other_below: candidates.length > 1 || clash !== undefined,
      // The last card is out of sight then: nothing is said of it unseen.
      done: !atEnd,
      accept: !atEnd,
      flag: !atEnd,
      skip: !atEnd,
      undo: work.canUndo,
      unsaved: others.length > 0,
      previous: atEnd || here > 0,
      side: pages.length > 1,
      both: pages.length > 1,
    },
  );
  return {
    filename, fields: batch.fields, focused, focus, inputs, panel, closePanel, atEnd, side: shown, look, names, card,
    evidence, offers, current, differ, goTo, type, keepMine, takeTheirs, putWords, flag, actions, others, toTrouble,
  }; // prettier-ignore
}

export type Desk = ReturnType<typeof useDesk>;
