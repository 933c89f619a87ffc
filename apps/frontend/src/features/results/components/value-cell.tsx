import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { FieldIn, RecordRead } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { certaintyOf } from "@/lib/certainty";
import { misfitOf } from "@/lib/misfit";

import type { CellSave } from "../api/cell-saves";

import { cellId, type GridColumn, isExact } from "./grid-columns";
import classes from "./grid.module.css";
import { CellSign } from "./sign-sprite";

interface ValueCellProps {
  row: number;
  column: GridColumn;
  field: FieldIn | undefined;
  record: RecordRead;
  save: CellSave | undefined;
  focused: boolean;
  margin: number;
  editor: ReactNode;
}

/** One value: as it is kept, or as it was typed and is on its way. */
export const ValueCell = memo(function ValueCell(props: ValueCellProps) {
  const { row, column, field, record, save, focused, margin, editor } = props;
  const { t } = useTranslation(["results", "certainty"]);
  const value = save === undefined ? (record.data[column.name] ?? null) : save.wanted.value;
  const verdict = save === undefined ? record.review[column.name] : save.wanted.verdict;
  const certainty = certaintyOf({ value, confidence: record.confidence[column.name], verdict });
  const troubled = save !== undefined && save.state !== "saving";
  const label = t(`certainty:${certainty}`);
  const misfit = verdict === "corrected" ? misfitOf(field, value) : null;
  return (
    <div
      role="gridcell"
      id={cellId(row, column.index)}
      aria-colindex={column.index + 1}
      tabIndex={focused && editor === null ? 0 : -1}
      data-column={column.index}
      data-certainty={record.success ? certainty : undefined}
      data-save={save?.state}
      data-exact={isExact(field) || undefined}
      aria-invalid={troubled || undefined}
      className={classes.cell}
      style={{ width: column.width, marginLeft: margin === 0 ? undefined : margin }}
      title={value ?? undefined}
    >
      {editor ?? (
        <>
          {value === null && (record.success || save !== undefined) ? <i>–</i> : <span>{value}</span>}
          {misfit !== null && (
            <em
              title={t(`certainty:misfit.${misfit}`)}
              aria-label={t(`certainty:misfit.${misfit}`)}
              role="img"
            >
              <Icon name="warning" size={12} />
            </em>
          )}
          {save?.state === "failed" && <b>{t("save.failed_short")}</b>}
          {save?.state === "conflict" && <b>{t("save.conflict_short")}</b>}
          {!troubled && (record.success || verdict !== undefined) && (
            <CellSign certainty={certainty} label={label} />
          )}
        </>
      )}
    </div>
  );
});
