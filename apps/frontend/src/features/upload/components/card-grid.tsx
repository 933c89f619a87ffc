import { useElementSize } from "@mantine/hooks";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { placeAfter } from "../api/card-cursor";
import type { CardSelection } from "../api/use-card-selection";
import type { Cards } from "../api/use-cards";

import classes from "./card-grid.module.css";
import { CardTile } from "./card-tile";

const NARROWEST = 176;
const PICTURE = 0.66;
const WORDS = 30;
const GAP = 8;

export interface Span {
  first: number;
  last: number;
}

interface CardGridProps {
  cards: Cards;
  total: number;
  selection: CardSelection;
  onSpan: (span: Span) => void;
  onShow: (place: number) => void;
  /** Not given while nothing may be removed. */
  onRemove: (() => void) | undefined;
}

/** Cards side by side, as many as there are: only those in view are in the document. */
export function CardGrid({ cards, total, selection, onSpan, onShow, onRemove }: CardGridProps) {
  const { t } = useTranslation("upload");
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: inside, width } = useElementSize();
  const columns = Math.max(1, Math.floor((width + GAP) / (NARROWEST + GAP)));
  const tile = Math.max(NARROWEST, Math.floor((width - GAP * (columns - 1)) / columns));
  const height = Math.round(tile * PICTURE) + WORDS;
  // eslint-disable-next-line react-hooks/incompatible-library -- its answers are used here and nowhere kept
  const rows = useVirtualizer({
    count: Math.ceil(total / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => height + GAP,
    overscan: 2,
  });
  const seen = rows.getVirtualItems();
  const first = (seen[0]?.index ?? 0) * columns;
  const last = Math.min(total, ((seen.at(-1)?.index ?? 0) + 1) * columns) - 1;

  useEffect(() => onSpan({ first, last }), [onSpan, first, last]);
  useEffect(() => rows.measure(), [rows, height]);

  const { cursor, selected } = selection;
  const go = (place: number, shift: boolean) => {
    if (shift) selection.extend(place);
    else selection.stand(place);
    rows.scrollToIndex(Math.floor(place / columns));
  };
  const press = (event: KeyboardEvent) => {
    const inView = Math.floor((scroller.current?.clientHeight ?? 0) / (height + GAP));
    const place = placeAfter(event.key, cursor, { columns, rows: inView, total });
    if (place !== null) go(place, event.shiftKey);
    else if (event.key === " ") selection.toggle(cursor);
    else if (event.key === "Enter") onShow(cursor);
    else if (event.key === "Escape" && selected.size > 0) selection.none();
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a") selection.all();
    else if ((event.key === "Delete" || event.key === "Backspace") && selected.size > 0) onRemove?.();
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      id="cards"
      className={classes.scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t("cards.label")}
      aria-describedby="cards-keys"
      aria-multiselectable
      aria-activedescendant={total > 0 ? `card-${cursor}` : undefined}
      onKeyDown={press}
    >
      <div
        ref={inside}
        role="presentation"
        className={classes.inside}
        style={{ height: rows.getTotalSize() }}
      >
        {width > 0 &&
          placesOf(first, last).map((place) => {
            const card = cards.at(place);
            const row = Math.floor(place / columns);
            return (
              <CardTile
                key={place}
                card={card}
                place={place}
                total={total}
                current={place === cursor}
                selected={card !== undefined && selected.has(card.filename)}
                style={{
                  width: tile,
                  height,
                  transform: `translate(${(place % columns) * (tile + GAP)}px, ${row * (height + GAP)}px)`,
                }}
                onPress={(at, { ctrl, shift }) => {
                  if (shift) selection.extend(at);
                  else if (ctrl) selection.toggle(at);
                  else selection.only(at);
                }}
                onShow={onShow}
              />
            );
          })}
      </div>
    </div>
  );
}

function placesOf(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
}
