import { useEffect, useRef } from "react";

import type { CellSave } from "../api/cell-saves";

interface Places {
  rowOf: (filename: string) => number | undefined;
  columnOf: (field: string) => number | undefined;
  /** Brings a card, or a column, that is not in the table as it stands. */
  bringCard: (filename: string) => void;
  bringColumn: (field: string) => void;
  go: (row: number, column: number) => void;
}

/** Goes to the cell of a value that was not saved, however far away it is; what is missing on the way is brought. */
export function useShowSave({ rowOf, columnOf, bringCard, bringColumn, go }: Places) {
  const wanted = useRef<CellSave | null>(null);
  const arrive = () => {
    if (wanted.current === null) return;
    const row = rowOf(wanted.current.filename);
    const column = columnOf(wanted.current.field);
    if (row === undefined || column === undefined) return;
    wanted.current = null;
    // The focus is taken to the table first: from there it follows to the cell.
    document.querySelector<HTMLElement>("[role=grid] [tabindex='0']")?.focus({ preventScroll: true });
    go(row, column);
  };
  // A card that was brought is here some renderings later.
  useEffect(arrive);

  return (save: CellSave) => {
    wanted.current = save;
    if (columnOf(save.field) === undefined) bringColumn(save.field);
    if (rowOf(save.filename) === undefined) bringCard(save.filename);
    arrive();
  };
}
