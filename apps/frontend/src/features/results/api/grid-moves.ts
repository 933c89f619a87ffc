/** Where the focus of the grid is, and whether a value is being typed. Row -1 is the head. */
export interface GridState {
  row: number;
  column: number;
  editing: { draft: string; by: "typing" | "opening" } | null;
}

export interface GridSize {
  rows: number;
  columns: number;
  /** Rows on one screen. */
  page: number;
}

export type GridMove =
  | { type: "step"; rows: number; columns: number }
  | { type: "go"; row: number; column: number }
  | { type: "page"; direction: 1 | -1 }
  | { type: "row_start" }
  | { type: "row_end" }
  | { type: "first" }
  | { type: "last" }
  | { type: "edit"; draft: string; by: "typing" | "opening" }
  | { type: "draft"; draft: string }
  | { type: "done"; rows: number; columns: number }
  | { type: "resize" };

export const START: GridState = { row: 0, column: 2, editing: null };

export function moveGrid(state: GridState, move: GridMove, size: GridSize): GridState {
  switch (move.type) {
    case "step":
    case "done":
      return at(state.row + move.rows, state.column + move.columns, size);
    case "go":
      return at(move.row, move.column, size);
    case "page":
      return at(Math.max(0, state.row + move.direction * Math.max(1, size.page - 1)), state.column, size);
    case "row_start":
      return at(state.row, 0, size);
    case "row_end":
      return at(state.row, size.columns - 1, size);
    case "first":
      return at(0, 0, size);
    case "last":
      return at(size.rows - 1, size.columns - 1, size);
    case "edit":
      return state.row < 0 ? state : { ...state, editing: { draft: move.draft, by: move.by } };
    case "draft":
      return state.editing === null ? state : { ...state, editing: { ...state.editing, draft: move.draft } };
    case "resize": {
      const inside = at(state.row, state.column, size);
      return inside.row === state.row && inside.column === state.column ? state : inside;
    }
    default:
      return move satisfies never;
  }
}

function at(row: number, column: number, size: GridSize): GridState {
  return {
    row: Math.max(-1, Math.min(row, size.rows - 1)),
    column: Math.max(0, Math.min(column, size.columns - 1)),
    editing: null,
  };
}

export interface Key {
  key: string;
  shift: boolean;
  command: boolean;
  alt: boolean;
}

/** What a key does while a value is typed; null: it belongs to the input. */
export function keyWhileEditing(
  key: Key,
  by: "typing" | "opening",
): { save: boolean; move: GridMove } | null {
  const done = (rows: number, columns: number, save = true) => ({
    save,
    move: { type: "done", rows, columns } as const,
  });
  if (key.command || key.alt) return null;
  switch (key.key) {
    case "Enter":
      return done(key.shift ? -1 : 1, 0);
    case "Tab":
      return done(0, key.shift ? -1 : 1);
    case "Escape":
      return done(0, 0, false);
    case "ArrowUp":
      return by === "typing" ? done(-1, 0) : null;
    case "ArrowDown":
      return by === "typing" ? done(1, 0) : null;
    case "ArrowLeft":
      return by === "typing" ? done(0, -1) : null;
    case "ArrowRight":
      return by === "typing" ? done(0, 1) : null;
    default:
      return null;
  }
}

/** Where a key takes the focus while nothing is typed; null: it moves nothing. */
export function keyWhileMoving(key: Key): GridMove | null {
  if (key.alt) return null;
  switch (key.key) {
    case "ArrowUp":
      return key.command ? { type: "first" } : { type: "step", rows: -1, columns: 0 };
    case "ArrowDown":
      return key.command ? { type: "last" } : { type: "step", rows: 1, columns: 0 };
    case "ArrowLeft":
      return key.command ? { type: "row_start" } : { type: "step", rows: 0, columns: -1 };
    case "ArrowRight":
      return key.command ? { type: "row_end" } : { type: "step", rows: 0, columns: 1 };
    case "Home":
      return key.command ? { type: "first" } : { type: "row_start" };
    case "End":
      return key.command ? { type: "last" } : { type: "row_end" };
    case "PageUp":
      return { type: "page", direction: -1 };
    case "PageDown":
      return { type: "page", direction: 1 };
    default:
      return null;
  }
}

/** Letters begin to type over the value, as in a spreadsheet. */
export function begins(key: Key): boolean {
  return /^.$/su.test(key.key) && key.key !== " " && !key.command && !key.alt;
}
