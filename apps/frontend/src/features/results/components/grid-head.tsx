import { type PointerEvent, useRef } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "@/components/ui/icon";

import type { RecordsSearch } from "../api/records-search";

import { cellId, FIXED, type GridColumn } from "./grid-columns";
import classes from "./grid.module.css";

export interface HeadCommands {
  sort: (key: string) => void;
  resize: (name: string, width: number) => void;
  chooseAll: () => void;
}

interface GridHeadProps {
  columns: readonly GridColumn[];
  gap: number;
  focus: number | null;
  search: RecordsSearch;
  everybody: boolean;
  commands: HeadCommands;
}

/** The head of the table is its row -1: Enter sorts, Alt and an arrow makes a column wider or narrower. */
export function GridHead({ columns, gap, focus, search, everybody, commands }: GridHeadProps) {
  const { t } = useTranslation("results");
  const sorted = (key: string) =>
    (search.sort ?? "card") !== key ? undefined : search.order === "desc" ? "descending" : "ascending";
  const tab = (index: number) => (focus === index ? 0 : -1);
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.headRow} data-row={-1}>
        <div
          role="columnheader"
          id={cellId(-1, 0)}
          aria-colindex={1}
          tabIndex={tab(0)}
          data-column={0}
          className={classes.select}
        >
          <input
            type="checkbox"
            tabIndex={-1}
            checked={everybody}
            onChange={commands.chooseAll}
            aria-label={t("grid.choose_all")}
          />
        </div>
        {FIXED.slice(1).map(({ name }, place) => (
          <div
            key={name}
            role="columnheader"
            id={cellId(-1, place + 1)}
            aria-colindex={place + 2}
            aria-sort={sorted(name === "state" ? "review" : name)}
            tabIndex={tab(place + 1)}
            data-column={place + 1}
            data-sort={name === "state" ? "review" : name}
            className={name === "card" ? classes.card : classes.state}
          >
            <span>{t(name === "card" ? "grid.card" : "grid.state")}</span>
            <SortSign direction={sorted(name === "state" ? "review" : name)} />
          </div>
        ))}
        {columns.map((column, place) => (
          <div
            key={column.name}
            role="columnheader"
            id={cellId(-1, column.index)}
            aria-colindex={column.index + 1}
            aria-sort={sorted(`field:${column.name}`)}
            tabIndex={tab(column.index)}
            data-column={column.index}
            data-sort={`field:${column.name}`}
            className={classes.cell}
            style={{ width: column.width, marginLeft: place === 0 ? gap : undefined }}
            title={column.name}
          >
            <span>{column.name}</span>
            <SortSign direction={sorted(`field:${column.name}`)} />
            <Grip column={column} onResize={commands.resize} />
          </div>
        ))}
      </div>
    </div>
  );
}

function SortSign({ direction }: { direction: "ascending" | "descending" | undefined }) {
  if (direction === undefined) return null;
  return <Icon name={direction === "ascending" ? "chevron_up" : "chevron_down"} size={14} />;
}

/** The right edge of a head, to be drawn with the pointer; the keyboard has Alt and the arrows. */
function Grip({ column, onResize }: { column: GridColumn; onResize: HeadCommands["resize"] }) {
  const from = useRef<{ x: number; width: number } | null>(null);
  const begin = (event: PointerEvent<HTMLSpanElement>) => {
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, width: column.width };
  };
  const draw = (event: PointerEvent<HTMLSpanElement>) => {
    if (from.current !== null) onResize(column.name, from.current.width + event.clientX - from.current.x);
  };
  const end = () => {
    from.current = null;
  };
  return (
    <span
      className={classes.grip}
      aria-hidden="true"
      data-grip
      onPointerDown={begin}
      onPointerMove={draw}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}
