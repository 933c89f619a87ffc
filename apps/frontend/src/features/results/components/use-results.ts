import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { BatchRead, BulkChange } from "@/api/gen/types.gen";
import { useAnnounce } from "@/components/ui/announcer";
import { MOST_PICKED } from "@/lib/picked-cards";

import { cellKey, standingOf } from "../api/cell-saves";
import {
  keepLayout,
  loadLayout,
  resized,
  shown,
  shownOrHidden,
  type ColumnLayout,
} from "../api/column-layout";
import { type GridMove, type GridSize, moveGrid, START } from "../api/grid-moves";
import { findRecord } from "../api/record-cache";
import { filterOf, nextSort, type RecordsSearch } from "../api/records-search";
import { addRange, countChosen, EVERYBODY, NOBODY, type Selection, toggle } from "../api/selection";
import { useCellSaves } from "../api/use-cell-saves";
import { useRecordPages, type Window } from "../api/use-record-pages";
import { type UndoNews, useUndo, useUndoStack } from "../api/use-undo";

import { FIXED, widthOf } from "./grid-columns";
import type { GridCommands } from "./records-grid";
import { useShowSave } from "./use-show-save";

export interface ResultsProps {
  batch: BatchRead;
  search: RecordsSearch;
  onSearch: (change: RecordsSearch) => void;
  onOpen: (filename: string) => void;
}

/** All that the table of results is: rows, focus, selection, columns, saves and undo; and what can be done to them. */
export function useResults({ batch, search, onSearch, onOpen }: ResultsProps) {
  const { t } = useTranslation("results");
  const announce = useAnnounce();
  const client = useQueryClient();
  const running = batch.status === "running" || batch.status === "cancelling";
  const [view, setView] = useState<{ window: Window; page: number }>({
    window: { first: 0, last: 30 },
    page: 20,
  });
  const pages = useRecordPages(batch.name, search, view.window, running);
  const total = pages.total ?? 0;

  const [layout, setLayout] = useState(() => loadLayout(batch.name));
  const fields = useMemo(() => new Map(batch.fields.map((field) => [field.name, field])), [batch.fields]);
  const columns = useMemo(
    () => shown(layout, [...fields.keys()], (name) => widthOf(fields.get(name))),
    [layout, fields],
  );
  const changeLayout = useCallback(
    (next: ColumnLayout) => {
      setLayout(next);
      keepLayout(batch.name, next);
    },
    [batch.name],
  );

  const size: GridSize = { rows: total, columns: columns.length + FIXED.length, page: view.page };
  const [state, dispatch] = useReducer(
    (before: typeof START, [move, within]: [GridMove, GridSize]) => moveGrid(before, move, within),
    { ...START, column: FIXED.length },
  );
  const record = state.row < 0 ? undefined : pages.recordAt(state.row);
  const field = columns[state.column - FIXED.length]?.name;

  const [selection, setSelection] = useState<Selection>(NOBODY);
  const stack = useUndoStack();
  const { saves, stand, type, again, drop, seen } = useCellSaves(batch.name, stack.note);
  const undoing = useUndo(batch.name, stack, stand);

  // Another filter is another set of rows: what was chosen of the old one is not meant.
  const which = JSON.stringify(filterOf(search));
  const [chosenOf, setChosenOf] = useState(which);
  if (chosenOf !== which) {
    setChosenOf(which);
    setSelection(NOBODY);
  }
  const order = `${which} ${search.sort ?? ""} ${search.order ?? ""}`;
  const before = useRef(order);
  useEffect(() => {
    if (before.current === order) return;
    before.current = order;
    dispatch([{ type: "go", row: 0, column: state.column }, size]);
  });

  const draftOf = () => {
    if (record === undefined || field === undefined) return "";
    const save = saves.get(cellKey(record.filename, field));
    return (save === undefined ? record.data[field] : save.wanted.value) ?? "";
  };
  const told = (news: UndoNews) => {
    announce(news.kind === "cell" ? t("undo.cell", news) : t("undo.changed_since"));
  };

  const commands: GridCommands = {
    move: (move) =>
      dispatch([move.type === "edit" && move.by === "opening" ? { ...move, draft: draftOf() } : move, size]),
    save: () => {
      if (record === undefined || field === undefined || state.editing === null) return;
      type(record, field, state.editing.draft);
    },
    erase: () => {
      if (record !== undefined && field !== undefined) type(record, field, "");
    },
    accept: () => {
      if (record === undefined || field === undefined || record.review[field] !== undefined) return;
      void stand(record, field, { ...standingOf(record, field), verdict: "accepted" });
    },
    open: onOpen,
    sort: (key) => onSearch({ ...search, ...nextSort(search, key) }),
    resize: (name, width) => changeLayout(resized(layout, name, width)),
    chooseAll: () =>
      setSelection((now) => (now.kind === "all" && now.without.size === 0 ? NOBODY : EVERYBODY)),
    toggle: (row) => {
      const card = pages.recordAt(row);
      if (card !== undefined) setSelection((now) => toggle(now, card, row));
    },
    extend: (row) => {
      const anchor = selection.anchor ?? Math.max(0, state.row);
      void pages.range(Math.min(anchor, row), Math.max(anchor, row)).then((range) => {
        setSelection((now) => ({ ...addRange(now, range), anchor }));
      });
    },
    undo: () => undoing.undo(told),
    redo: () => undoing.redo(told),
  };

  const showSave = useShowSave({
    rowOf: pages.rowOf,
    columnOf: (name) => {
      const place = columns.findIndex((column) => column.name === name);
      return place < 0 ? undefined : place + FIXED.length;
    },
    bringCard: (filename) => onSearch({ q: filename }),
    bringColumn: (name) => changeLayout(shownOrHidden(layout, name, true)),
    go: (row, column) => dispatch([{ type: "go", row, column }, size]),
  });

  const changeChosen = (change: Pick<BulkChange, "set" | "accept">) => {
    const cards = () =>
      Object.fromEntries(
        [...(selection.kind === "some" ? selection.cards : [])].map(([filename, version]) => [
          filename,
          findRecord(client, batch.name, filename)?.version ?? version,
        ]),
      );
    const which: Pick<BulkChange, "cards" | "filter" | "revision" | "seen" | "without"> =
      selection.kind === "some"
        ? { cards: cards() }
        : {
            filter: filterOf(search),
            revision: pages.revision,
            seen: seen(),
            without: [...selection.without],
          };
    undoing.changeMany({ ...which, ...change }, () => setSelection(NOBODY));
  };

  /** As many as a comparison takes. */
  const chosenNames = async (): Promise<string[]> => {
    if (selection.kind === "some") return [...selection.cards.keys()];
    const rows = await pages.range(0, Math.min(total, selection.without.size + MOST_PICKED) - 1);
    return rows.map(({ filename }) => filename).filter((name) => !selection.without.has(name));
  };

  return {
    batchName: batch.name,
    pages,
    total,
    layout,
    changeLayout,
    fields,
    columns,
    state,
    record,
    field,
    save:
      record === undefined || field === undefined ? undefined : saves.get(cellKey(record.filename, field)),
    /** What stands in the editor is not what is kept. */
    isTyping: state.editing !== null && state.editing.draft !== draftOf(),
    saves,
    again,
    drop,
    showSave,
    selection,
    chosen: countChosen(selection, total),
    clearSelection: useCallback(() => setSelection(NOBODY), []),
    changeChosen,
    chosenNames,
    undoing,
    commands,
    onWindow: useCallback((window: Window, rows: number) => {
      setView((now) =>
        now.window.first === window.first && now.window.last === window.last ? now : { window, page: rows },
      );
    }, []),
  };
}

export type Results = ReturnType<typeof useResults>;
