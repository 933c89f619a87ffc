import { Button, Loader } from "@mantine/core";
import { type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";

import { Icon } from "@/components/ui/icon";

import classes from "./card-image.module.css";
import type { CardLook } from "./card-look";
import { type Box, type PlacedWord, textBetween, wordAt } from "./geometry";
import { useViewer } from "./use-viewer";
import { onImage } from "./viewer";

export interface Mark {
  /** Which side of the card, from 0. */
  image: number;
  box: Box;
  /** `on`: what is looked at; `other`: where another value for it stands; `dim`: another field's; the rest by certainty. */
  kind: "on" | "other" | "dim" | "sure" | "check" | "doubtful";
  /** Stands at the upper left of the place. */
  label?: string;
}

export interface ShownPage {
  image: number;
  view_url: string;
  width: number;
  height: number;
  lines?: readonly { words: readonly PlacedWord[] }[];
}

interface CardImageProps<Marked extends Mark> {
  page: ShownPage;
  name: string;
  look: CardLook;
  marks: readonly Marked[];
  /** Among the marks, what is looked at beside those of kind `on`. */
  isActive?: (mark: Marked) => boolean;
  onMark?: (mark: Marked) => void;
  /** A word was clicked, or several dragged over; `append`: with Shift. */
  onWords?: (text: string, append: boolean) => void;
  /** Given: the image takes the focus, with keys of its own, under this name. */
  keys?: string;
}

/** The whole card with the places of values; moved, enlarged and turned by OpenSeadragon. */
export function CardImage<Marked extends Mark>(props: CardImageProps<Marked>) {
  const { page, name, look, marks, isActive, onMark, onWords, keys } = props;
  const { t } = useTranslation("problem");
  const words = useMemo(() => (page.lines ?? []).flatMap((line) => line.words), [page]);
  const wordPlaces = useMemo(() => words.map((word) => word.box), [words]);
  const here = marks.filter((mark) => mark.image === page.image);
  const active = here.filter((mark) => mark.kind === "on" || isActive?.(mark) === true);
  const { mount, viewer, sheet, shown, again } = useViewer({
    url: page.view_url,
    page,
    look,
    places: active.map((mark) => mark.box),
    words: wordPlaces,
    keys,
  });

  const grabbed = useRef<number | null>(null);
  const [range, setRange] = useRange(page);
  useEffect(() => {
    if (viewer === null) return;
    // What begins on a word marks words; elsewhere it moves the card.
    const keep = (event: { preventDefaultAction: boolean }) => {
      event.preventDefaultAction = grabbed.current !== null;
    };
    viewer.addHandler("canvas-drag", keep);
    return () => viewer.removeHandler("canvas-drag", keep);
  }, [viewer]);

  const wordUnder = (event: PointerEvent<HTMLDivElement>) => {
    if (viewer?.isOpen() !== true || words.length === 0) return -1;
    const frame = event.currentTarget.getBoundingClientRect();
    const at = { x: event.clientX - frame.left, y: event.clientY - frame.top };
    return wordAt(words, onImage(viewer.viewport, at, page));
  };
  const press = (event: PointerEvent<HTMLDivElement>) => {
    const word = event.button === 0 ? wordUnder(event) : -1;
    grabbed.current = word < 0 ? null : word;
    if (word >= 0) setRange([word, word]);
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const over = wordUnder(event);
    const from = grabbed.current;
    if (from === null) setRange(over < 0 ? null : [over, over]);
    else if (over >= 0) setRange([from, over]);
  };
  const release = (event: PointerEvent<HTMLDivElement>) => {
    const from = grabbed.current;
    grabbed.current = null;
    if (from !== null) onWords?.(textBetween(words, from, range?.[1] ?? from), event.shiftKey);
  };

  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- words are typed by keys; a click is the quicker way
    <div
      className={classes.stage}
      data-over={range !== null || undefined}
      data-inverted={look.inverted || undefined}
      aria-busy={shown === "loading"}
      // The focus stays in the field that the words are meant for.
      onMouseDown={(event) => onWords !== undefined && event.preventDefault()}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={() => (grabbed.current = null)}
      onPointerLeave={() => setRange(null)}
    >
      <div ref={mount} className={classes.viewer} />
      {shown === "loading" && <Loader size="sm" className={classes.waiting} aria-hidden="true" />}
      {shown === "failed" && (
        <div role="alert" className={classes.failed}>
          <Icon name="warning" />
          {t("no_image", { image: name })}
          <Button variant="default" onClick={again}>
            {t("try_again")}
          </Button>
        </div>
      )}
      {createPortal(
        // What lies on the card stands for it: its name, and that it can be seen.
        <div
          role="img"
          aria-label={name}
          className={classes.sheet}
          data-testid="card-image"
          data-src={page.view_url}
          data-drawn={shown === "drawn" || undefined}
        >
          {here.map((mark, place) => (
            <span
              key={place}
              className={classes.mark}
              data-kind={mark.kind}
              data-active={isActive?.(mark) === true || undefined}
              style={placed(mark.box)}
              onPointerEnter={onMark && (() => onMark(mark))}
              aria-hidden="true"
            >
              {mark.label !== undefined && <b className={classes.label}>{mark.label}</b>}
            </span>
          ))}
          {range !== null &&
            words
              .slice(Math.min(...range), Math.max(...range) + 1)
              .map((word, place) => (
                <span key={place} className={classes.word} style={placed(word.box)} aria-hidden="true" />
              ))}
        </div>,
        sheet,
      )}
    </div>
  );
}

/** From which word to which is marked, on this page. */
function useRange(page: ShownPage) {
  const [over, setOver] = useState<{ page: ShownPage; range: [number, number] } | null>(null);
  const range = over?.page === page ? over.range : null;
  const setRange = (next: [number, number] | null) => {
    if (next?.[0] !== range?.[0] || next?.[1] !== range?.[1])
      setOver(next === null ? null : { page, range: next });
  };
  return [range, setRange] as const;
}

export function placed([x, y, w, h]: Box) {
  return { left: `${x * 100}%`, top: `${y * 100}%`, width: `${w * 100}%`, height: `${h * 100}%` };
}
