import { memo } from "react";
import { useTranslation } from "react-i18next";

import type { FieldIn, RecordRead } from "@/api/gen/types.gen";
import { thumbUrl } from "@/api/urls";
import { useSaid } from "@/lib/said";

import type { CellSave } from "../api/cell-saves";

import { CellEditor } from "./cell-editor";
import { cellId, FIXED, type GridColumn, type Typing } from "./grid-columns";
import classes from "./grid.module.css";
import { RowThumb } from "./row-thumb";
import { CellSign } from "./sign-sprite";
import { ValueCell } from "./value-cell";

interface GridRowProps {
  row: number;
  top: number;
  record: RecordRead | undefined;
  columns: readonly GridColumn[];
  fields: ReadonlyMap<string, FieldIn>;
  /** Before the first of `columns`, which are only those in view. */
  gap: number;
  /** The column with the focus, where it is in this row. */
  focus: number | null;
  draft: Typing | null;
  chosen: boolean;
  /** Values of this card that are on their way, by field. */
  saves: ReadonlyMap<string, CellSave> | undefined;
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, top, record, columns, fields, gap, focus, draft, chosen, saves } = props;
  const { t } = useTranslation("results");
  const said = useSaid();
  const common = {
    role: "row",
    className: classes.row,
    "aria-rowindex": row + 2,
    "data-row": row,
    style: { transform: `translateY(${top}px)` },
  } as const;
  const tab = (column: number) => (focus === column ? 0 : -1);
  if (record === undefined) {
    return (
      <div {...common} data-loading>
        <div
          role="gridcell"
          id={cellId(row, focus ?? 0)}
          aria-colindex={1}
          tabIndex={focus === null ? -1 : 0}
          className={classes.waiting}
        >
          <span>{t("grid.row_loading")}</span>
        </div>
      </div>
    );
  }
  const state = stateOf(record, fields.size);
  return (
    <div {...common} aria-selected={chosen} data-focus={focus !== null || undefined}>
      <div
        role="gridcell"
        id={cellId(row, 0)}
        aria-colindex={1}
        tabIndex={tab(0)}
        data-column={0}
        className={classes.select}
      >
        <input
          type="checkbox"
          tabIndex={-1}
          readOnly
          checked={chosen}
          aria-label={t("grid.choose", { card: record.filename })}
        />
      </div>
      <div
        role="rowheader"
        id={cellId(row, 1)}
        aria-colindex={2}
        tabIndex={tab(1)}
        data-column={1}
        className={classes.card}
      >
        <RowThumb src={thumbUrl(record.batch, record.filename)} />
        <a
          href={`/batches/${encodeURIComponent(record.batch)}/verify/${encodeURIComponent(record.filename)}`}
          tabIndex={-1}
          data-open={record.filename}
        >
          {record.filename}
        </a>
      </div>
      <div
        role="gridcell"
        id={cellId(row, 2)}
        aria-colindex={3}
        tabIndex={tab(2)}
        data-column={2}
        data-state={state}
        className={classes.state}
        title={record.error === null ? undefined : said.cause(record.cause, record.error).text}
      >
        {state === "complete" && <CellSign certainty="verified" label="" />}
        {state === "failed" && <CellSign certainty="doubtful" label="" />}
        {t(`state.${state}`)}
      </div>
      {columns.map((column, place) => (
        <ValueCell
          key={column.name}
          row={row}
          column={column}
          field={fields.get(column.name)}
          record={record}
          save={saves?.get(column.name)}
          focused={focus === column.index}
          margin={place === 0 ? gap : 0}
          editor={
            focus === column.index && draft !== null ? (
              <CellEditor typing={draft} label={`${column.name}, ${record.filename}`} />
            ) : null
          }
        />
      ))}
    </div>
  );
});

/** How far people are with a card. */
function stateOf(record: RecordRead, fields: number): "failed" | "complete" | "partial" | "none" {
  const judged = Object.keys(record.review).length;
  if (judged > 0 && judged >= fields) return "complete";
  if (judged > 0) return "partial";
  return record.success ? "none" : "failed";
}

export const FIXED_COUNT = FIXED.length;
