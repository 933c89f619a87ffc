import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { FieldIn, RecordRead } from "@/api/gen/types.gen";

import type { CellSave, CellSaves } from "../api/cell-saves";
import type { Column } from "../api/column-layout";
import type { GridMove, GridState } from "../api/grid-moves";
import type { RecordsSearch } from "../api/records-search";
import { isChosen, type Selection } from "../api/selection";
import type { Window } from "../api/use-record-pages";

import { FIXED, FIXED_WIDTH, HEAD_HEIGHT, ROW_HEIGHT, STUCK_WIDTH } from "./grid-columns";
import { GridHead, type HeadCommands } from "./grid-head";
import { GridRow } from "./grid-row";
import classes from "./grid.module.css";
import { SignSprite } from "./sign-sprite";
import { useGridEvents } from "./use-grid-events";

export interface GridCommands extends HeadCommands {
  move: (move: GridMove) => void;
  /** What was typed at the focus is kept. */
  save: () => void;
  erase: () => void;
  accept: () => void;
  open: (filename: string) => void;
  toggle: (row: number) => void;
  extend: (row: number) => void;
  undo: () => void;
  redo: () => void;
}

/** Where the focused cell is, in the scrolled content; and the width and foot of what is in view. */
export interface PeekPlace {
  top: number;
  left: number;
  rightEdge: number;
  bottomEdge: number;
}

interface RecordsGridProps {
  label: string;
  total: number;
  columns: readonly Column[];
  fields: ReadonlyMap<string, FieldIn>;
  search: RecordsSearch;
  state: GridState;
  selection: Selection;
  saves: CellSaves;
  recordAt: (row: number) => RecordRead | undefined;
  commands: GridCommands;
  onWindow: (window: Window, rows: number) => void;
  /** Stands below the focused cell. */
  peek: (place: PeekPlace) => ReactNode;
}

const ALWAYS_DRAWN = (
  range: { startIndex: number; endIndex: number; overscan: number; count: number },
  kept: number,
) => {
  const first = Math.max(0, range.startIndex - range.overscan);
  const last = Math.min(range.count - 1, range.endIndex + range.overscan);
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
  if (kept >= 0 && kept < range.count && (kept < first || kept > last)) {
    rows.push(kept);
    rows.sort((one, other) => one - other);
  }
  return rows;
};

/** Rows and columns in view, and the focused one wherever it is, so that the focus never falls out of the page. */
export function RecordsGrid(props: RecordsGridProps) {
  const { label, total, columns, fields, state, selection, saves, commands, onWindow } = props;
  const { t } = useTranslation("results");
  const scroll = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- what it returns goes to no memoized part
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    rangeExtractor: (range) => ALWAYS_DRAWN(range, state.row),
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroll.current,
    estimateSize: (place) => columns[place]?.width ?? 0,
    overscan: 1,
    paddingStart: FIXED_WIDTH,
    scrollPaddingStart: STUCK_WIDTH,
    rangeExtractor: (range) => ALWAYS_DRAWN(range, state.column - FIXED.length),
  });
  const widths = columns.map(({ name, width }) => `${name}:${width}`).join();
  useLayoutEffect(() => across.measure(), [across, widths]);

  const drawn = rows.getVirtualItems();
  const first = rows.range?.startIndex ?? 0;
  const last = rows.range?.endIndex ?? 30;
  useEffect(() => onWindow({ first, last }, last - first), [onWindow, first, last]);

  const inView = across.getVirtualItems();
  const viewKey = inView.map(({ index }) => index).join();
  const shown = useMemo(
    () =>
      viewKey === ""
        ? []
        : viewKey.split(",").map((place) => ({
            ...(columns[Number(place)] ?? { name: "", width: 0 }),
            index: Number(place) + FIXED.length,
          })),
    [columns, viewKey],
  );
  const gap = Math.max(0, (inView[0]?.start ?? FIXED_WIDTH) - FIXED_WIDTH);

  const { onFocus, onBlur, attended, ...events } = useGridEvents({
    scroll,
    state,
    recordAt: props.recordAt,
    commands,
  });
  useEffect(() => {
    if (state.row >= 0 && state.row < total) rows.scrollToIndex(state.row, { align: "auto" });
  }, [rows, state.row, total]);
  useEffect(() => {
    if (state.column >= FIXED.length) across.scrollToIndex(state.column - FIXED.length, { align: "auto" });
  }, [across, state.column]);

  const savesOf = useMemo(() => byCard(saves), [saves]);
  const typing =
    state.editing === null
      ? null
      : {
          ...state.editing,
          onDraft: (draft: string) => commands.move({ type: "draft", draft }),
          onEnd: commands.save,
        };
  const focused = across.getVirtualItems().find(({ index }) => index === state.column - FIXED.length);

  return (
    // The keys belong to the grid's cells; the element that scrolls only hears them.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={scroll} className={classes.scroll} onFocus={onFocus} onBlur={onBlur} {...events}>
      <SignSprite />
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={columns.length + FIXED.length}
        aria-multiselectable="true"
        className={classes.grid}
        style={{ width: across.getTotalSize() }}
      >
        <GridHead
          columns={shown}
          gap={gap}
          focus={state.row === -1 || total === 0 ? state.column : null}
          search={props.search}
          everybody={selection.kind === "all" && selection.without.size === 0}
          commands={commands}
        />
        <div
          role="rowgroup"
          className={classes.body}
          style={{ height: rows.getTotalSize() }}
          aria-label={t("grid.rows")}
        >
          {drawn.map(({ index, start }) => {
            const record = props.recordAt(index);
            return (
              <GridRow
                key={index}
                row={index}
                top={start - HEAD_HEIGHT}
                record={record}
                columns={shown}
                fields={fields}
                gap={gap}
                focus={state.row === index ? state.column : null}
                draft={state.row === index ? typing : null}
                chosen={record !== undefined && isChosen(selection, record.filename)}
                saves={record === undefined ? undefined : savesOf.get(record.filename)}
              />
            );
          })}
        </div>
      </div>
      {attended &&
        focused !== undefined &&
        state.row >= 0 &&
        props.peek({
          top: HEAD_HEIGHT + state.row * ROW_HEIGHT,
          left: focused.start,
          rightEdge: (across.scrollOffset ?? 0) + (across.scrollRect?.width ?? 1280),
          bottomEdge: (rows.scrollOffset ?? 0) + (rows.scrollRect?.height ?? 720),
        })}
    </div>
  );
}

function byCard(saves: CellSaves): ReadonlyMap<string, ReadonlyMap<string, CellSave>> {
  const found = new Map<string, Map<string, CellSave>>();
  for (const save of saves.values()) {
    const card = found.get(save.filename) ?? new Map<string, CellSave>();
    found.set(save.filename, card.set(save.field, save));
  }
  return found;
}
