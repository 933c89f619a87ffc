import { useState } from "react";

import type { CardRead } from "@/api/gen/types.gen";

import type { Cards } from "./use-cards";

export type Selected = ReadonlyMap<string, CardRead>;

export interface CardSelection {
  /** Where the keyboard stands. */
  cursor: number;
  selected: Selected;
  /** Cards that were never in view are fetched to be selected. */
  pending: boolean;
  error: unknown;
  stand: (place: number) => void;
  only: (place: number) => void;
  toggle: (place: number) => void;
  /** From where the last single choice was made. */
  extend: (place: number) => void;
  all: () => void;
  none: () => void;
}

const NONE: Selected = new Map();

/** Which cards are chosen, by file name: places shift when others are removed. */
export function useCardSelection(cards: Cards): CardSelection {
  const [cursor, setCursor] = useState(0);
  const [anchor, setAnchor] = useState(0);
  const [selected, setSelected] = useState(NONE);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const total = cards.total ?? 0;

  const selectBetween = (from: number, to: number) => {
    setPending(true);
    setError(null);
    cards
      .between(from, to)
      .then((found) => setSelected(new Map(found.map((card) => [card.filename, card]))), setError)
      .finally(() => setPending(false));
  };

  return {
    cursor: Math.max(0, Math.min(cursor, total - 1)),
    selected,
    pending,
    error,
    stand: setCursor,
    only: (place) => {
      const card = cards.at(place);
      setCursor(place);
      setAnchor(place);
      if (card !== undefined) setSelected(new Map([[card.filename, card]]));
    },
    toggle: (place) => {
      const card = cards.at(place);
      setCursor(place);
      setAnchor(place);
      if (card === undefined) return;
      const next = new Map(selected);
      if (!next.delete(card.filename)) next.set(card.filename, card);
      setSelected(next);
    },
    extend: (place) => {
      setCursor(place);
      selectBetween(anchor, place);
    },
    all: () => {
      if (total > 0) selectBetween(0, total - 1);
    },
    none: () => setSelected(NONE),
  };
}
