import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from "react";

import type { RecordRead } from "@/api/gen/types.gen";

import { begins, type GridState, type Key, keyWhileEditing, keyWhileMoving } from "../api/grid-moves";

import { cellId, FIXED } from "./grid-columns";
import type { GridCommands } from "./records-grid";

interface GridEvents {
  scroll: RefObject<HTMLDivElement | null>;
  state: GridState;
  recordAt: (row: number) => RecordRead | undefined;
  commands: GridCommands;
}

const WIDER = 16;

/** Keys and clicks of the grid, heard once for all cells; and the focus, which follows the state. */
export function useGridEvents({ scroll, state, recordAt, commands }: GridEvents) {
  const inside = useRef(false);
  /** A person is at the table, not at a panel beside it or only just come to the page. */
  const [attended, setAttended] = useState(false);
  useLayoutEffect(() => {
    if (!inside.current || state.editing !== null) return;
    const cell = document.getElementById(cellId(state.row, state.column));
    if (cell !== null && cell !== document.activeElement) cell.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!isCell(event.target)) return;
    const key = keyOf(event);
    if (state.editing !== null) {
      const done = keyWhileEditing(key, state.editing.by);
      if (done === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (done.save) commands.save();
      commands.move(done.move);
      return;
    }
    if (onCommand(key, event) || (state.row < 0 ? onHeadKey(key) : onCellKey(key))) {
      event.preventDefault();
      return;
    }
    const move = keyWhileMoving(key);
    if (move === null) return;
    event.preventDefault();
    commands.move(move);
    if (key.shift && move.type === "step" && move.rows !== 0) commands.extend(state.row + move.rows);
  };

  const onCommand = (key: Key, event: KeyboardEvent): boolean => {
    if (!key.command || key.alt) return false;
    switch (event.key.toLowerCase()) {
      case "a":
        commands.chooseAll();
        return true;
      case "enter":
        commands.accept();
        return true;
      default:
        return false;
    }
  };

  const onHeadKey = (key: Key): boolean => {
    const head = document.getElementById(cellId(-1, state.column));
    if (key.alt && (key.key === "ArrowLeft" || key.key === "ArrowRight") && head !== null) {
      const name = head.dataset.sort?.replace(/^field:/, "");
      const by = key.key === "ArrowRight" ? WIDER : -WIDER;
      if (name !== undefined && state.column >= FIXED.length) commands.resize(name, head.offsetWidth + by);
      return true;
    }
    if (key.key !== "Enter" && key.key !== " ") return false;
    if (state.column === 0) commands.chooseAll();
    else if (head?.dataset.sort !== undefined) commands.sort(head.dataset.sort);
    return true;
  };

  const onCellKey = (key: Key): boolean => {
    const record = recordAt(state.row);
    if (record === undefined) return false;
    if (key.key === " " && !key.command) {
      if (key.shift) commands.extend(state.row);
      else commands.toggle(state.row);
      return true;
    }
    if (state.column < FIXED.length) {
      if (key.key !== "Enter") return false;
      if (state.column === 0) commands.toggle(state.row);
      else commands.open(record.filename);
      return true;
    }
    if ((key.key === "Enter" && !key.alt) || key.key === "F2") {
      commands.move({ type: "edit", draft: "", by: "opening" });
      return true;
    }
    if (key.key === "Delete" || key.key === "Backspace") {
      commands.erase();
      return true;
    }
    if (!begins(key)) return false;
    commands.move({ type: "edit", draft: key.key, by: "typing" });
    return true;
  };

  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const place = placeOf(event.target);
    if (place === null || (state.editing !== null && isInput(event.target))) return;
    const { row, column, cell } = place;
    const opened = event.target instanceof HTMLElement ? event.target.dataset.open : undefined;
    const command = event.ctrlKey || event.metaKey;
    if (opened !== undefined && !command && !event.shiftKey) {
      event.preventDefault();
      commands.open(opened);
      return;
    }
    inside.current = true;
    if (row === -1) {
      if (event.target instanceof HTMLElement && event.target.dataset.grip !== undefined) return;
      if (column > 0 && cell.dataset.sort !== undefined) commands.sort(cell.dataset.sort);
      commands.move({ type: "go", row, column });
      return;
    }
    // A tick that is taken back by the browser after it was set would only be seen at the next change.
    if ((event.shiftKey || command) && !isTick(event.target)) event.preventDefault();
    if (event.shiftKey) commands.extend(row);
    else if (command || column === 0) commands.toggle(row);
    commands.move({ type: "go", row, column });
  };

  return {
    attended,
    onKeyDown,
    onClick,
    /** Shift would mark the text between. */
    onMouseDown: (event: MouseEvent) => {
      if (event.shiftKey) event.preventDefault();
    },
    onDoubleClick: (event: MouseEvent) => {
      const place = placeOf(event.target);
      if (place !== null && place.row >= 0 && place.column >= FIXED.length && state.editing === null) {
        commands.move({ type: "edit", draft: "", by: "opening" });
      }
    },
    onFocus: (event: FocusEvent) => {
      inside.current = isCell(event.target);
      setAttended(true);
    },
    onBlur: (event: FocusEvent) => {
      // A cell that leaves the page takes the focus with it; that is no farewell.
      if (event.relatedTarget === null || scroll.current?.contains(event.relatedTarget)) return;
      inside.current = false;
      setAttended(false);
    },
  };
}

function keyOf(event: KeyboardEvent): Key {
  return {
    key: event.key,
    shift: event.shiftKey,
    command: event.ctrlKey || event.metaKey,
    alt: event.altKey,
  };
}

function isCell(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest("[role=grid]") !== null;
}

function isTick(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type === "checkbox";
}

function isInput(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type === "text";
}

function placeOf(target: EventTarget): { row: number; column: number; cell: HTMLElement } | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>("[data-column]");
  const row = cell?.closest<HTMLElement>("[data-row]");
  if (cell === null || row === null || row === undefined) return null;
  return { row: Number(row.dataset.row), column: Number(cell.dataset.column), cell };
}
