import { useElementSize, useMergedRef } from "@mantine/hooks";
import { type Dispatch, type PointerEvent, useEffect, useMemo, useRef, useState } from "react";

import classes from "./card-image.module.css";
import { type Box, type PlacedWord, type Point, textBetween, wordAt } from "./geometry";
import { fitScale, lookAt, onImage, sheetOf, type View, type ViewChange } from "./view";

export interface Mark {
  box: Box;
  /** `on`: the field in focus; `dim`: another field's place; `other`: another value's. */
  kind: "on" | "dim" | "other";
  /** What leads there, beside the place. */
  sign?: string;
}

export interface ShownPage {
  view_url: string;
  width: number;
  height: number;
  lines: readonly { words: readonly PlacedWord[] }[];
}

interface CardImageProps {
  page: ShownPage;
  name: string;
  marks: readonly Mark[];
  view: View;
  onView: Dispatch<ViewChange>;
  /** A word was clicked, or several dragged over; `append`: with Shift. */
  onWords: (text: string, append: boolean) => void;
}

/**
 * The whole card with the places of values. A plain image: it is decoded before it is needed and stands in the
 * same frame as the fields, which a tiled viewer cannot.
 */
export function CardImage({ page, name, marks, view, onView, onWords }: CardImageProps) {
  const { ref: sizeRef, width, height } = useElementSize();
  const own = useRef<HTMLDivElement>(null);
  const ref = useMergedRef(sizeRef, own);
  const drag = useRef<{ from: Point; centre: Point; word: number } | null>(null);
  const [words, range, setRange] = useWords(page);

  const stage = { width: Math.max(1, width), height: Math.max(1, height) };
  const sheet = sheetOf(stage, page, view);
  const fit = fitScale(stage, page, view.turn);
  useLook(marks, words, page, fit, onView, width > 0);
  useWheel(own, onView, (at) => onImage(sheet, view.turn, at));

  const placeOf = (event: PointerEvent<HTMLDivElement>) => {
    const frame = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - frame.left, y: event.clientY - frame.top };
  };
  const press = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const from = placeOf(event);
    drag.current = { from, centre: view.centre, word: wordAt(words, onImage(sheet, view.turn, from)) };
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const at = placeOf(event);
    const over = wordAt(words, onImage(sheet, view.turn, at));
    const held = drag.current;
    if (held === null) setRange(over < 0 ? null : [over, over]);
    else if (held.word >= 0) setRange([held.word, over < 0 ? (range?.[1] ?? held.word) : over]);
    else if (view.zoom > 1) {
      const a = onImage(sheet, view.turn, held.from);
      const b = onImage(sheet, view.turn, at);
      onView({ type: "moved", centre: { x: held.centre.x + a.x - b.x, y: held.centre.y + a.y - b.y } });
      drag.current = { ...held, from: at, centre: view.centre };
    }
  };
  const release = (event: PointerEvent<HTMLDivElement>) => {
    const held = drag.current;
    drag.current = null;
    if (held === null || held.word < 0) return;
    onWords(textBetween(words, held.word, range?.[1] ?? held.word), event.shiftKey);
  };

  return (
    <div
      ref={ref}
      className={classes.stage}
      data-over={range !== null || undefined}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={release}
      onPointerLeave={() => setRange(null)}
    >
      <div
        className={classes.sheet}
        data-inverted={view.inverted || undefined}
        style={{
          width: sheet.width,
          height: sheet.height,
          transform: `translate(${sheet.middle.x - sheet.width / 2}px, ${sheet.middle.y - sheet.height / 2}px) rotate(${view.turn}deg)`,
        }}
      >
        <img
          key={page.view_url}
          className={classes.image}
          src={page.view_url}
          alt={name}
          decoding="sync"
          draggable={false}
          data-testid="card-image"
        />
        {marks.map((mark, place) => (
          <span
            key={place}
            className={classes.mark}
            data-kind={mark.kind}
            data-sign={mark.sign}
            style={placed(mark.box)}
          />
        ))}
        {range !== null &&
          words
            .slice(Math.min(...range), Math.max(...range) + 1)
            .map((word, place) => <span key={place} className={classes.word} style={placed(word.box)} />)}
      </div>
    </div>
  );
}

/** Words of the page in reading order, and which are under the pointer. */
function useWords(page: ShownPage) {
  const words = useMemo(() => page.lines.flatMap((line) => line.words), [page]);
  const [over, setOver] = useState<{ page: ShownPage; range: [number, number] } | null>(null);
  const range = over?.page === page ? over.range : null;
  const setRange = (next: [number, number] | null) => {
    if (next?.[0] !== range?.[0] || next?.[1] !== range?.[1])
      setOver(next === null ? null : { page, range: next });
  };
  return [words, range, setRange] as const;
}

function useLook(
  marks: readonly Mark[],
  words: readonly PlacedWord[],
  page: ShownPage,
  fit: number,
  onView: Dispatch<ViewChange>,
  ready: boolean,
): void {
  const boxes = marks.filter((mark) => mark.kind === "on").map((mark) => mark.box);
  const all = useMemo(() => words.map((word) => word.box), [words]);
  const { zoom, centre } = lookAt(boxes, all, page, fit);
  useEffect(() => {
    if (ready) onView({ type: "looked", zoom, centre: { x: centre.x, y: centre.y } });
  }, [ready, zoom, centre.x, centre.y, onView]);
}

/** Not through React: its wheel listeners are passive, and the page must not scroll meanwhile. */
function useWheel(
  stage: React.RefObject<HTMLDivElement | null>,
  onView: Dispatch<ViewChange>,
  place: (at: Point) => Point,
): void {
  const latest = useRef(place);
  useEffect(() => {
    latest.current = place;
  });
  useEffect(() => {
    const element = stage.current;
    if (element === null) return;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      const frame = element.getBoundingClientRect();
      const at = latest.current({ x: event.clientX - frame.left, y: event.clientY - frame.top });
      onView({ type: "zoomed", by: event.deltaY < 0 ? 1.2 : 1 / 1.2, at });
    };
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  }, [stage, onView]);
}

export function placed([x, y, w, h]: Box) {
  return { left: `${x * 100}%`, top: `${y * 100}%`, width: `${w * 100}%`, height: `${h * 100}%` };
}
