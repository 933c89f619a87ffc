import { useTranslation } from "react-i18next";

import type { FieldIn, RecordRead } from "@/api/gen/types.gen";
import { thumbUrl } from "@/api/urls";
import { CertaintySign } from "@/components/ui/certainty-sign";
import { Scan } from "@/components/ui/scan";
import { certaintyOf } from "@/lib/certainty";

import classes from "./records-table.module.css";

interface RecordsTableProps {
  fields: readonly FieldIn[];
  records: readonly RecordRead[];
  label: string;
}

/** Types whose characters must not be mistaken for one another: 1 l I, 0 O. */
const EXACT = new Set(["shelfmark", "year", "number", "date"]);

export function RecordsTable({ fields, records, label }: RecordsTableProps) {
  const { t } = useTranslation("results");
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
    <div className={classes.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t("card")}</th>
            {fields.map((field) => (
              <th key={field.name} scope="col">
                {field.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.filename}>
              <th scope="row">
                <span className={classes.card}>
                  <Scan src={thumbUrl(record.batch, record.filename)} width={40} height={25} />
                  <span className={classes.exact}>{record.filename}</span>
                </span>
              </th>
              {record.success ? (
                fields.map((field) => <ValueCell key={field.name} field={field} record={record} />)
              ) : (
                <td colSpan={Math.max(1, fields.length)} className={classes.failed}>
                  {t("card_failed")} <span lang="en">{record.error}</span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ValueCell({ field, record }: { field: FieldIn; record: RecordRead }) {
  const value = record.data[field.name] ?? null;
  const certainty = certaintyOf({
    value,
    confidence: record.confidence[field.name],
    verdict: record.review[field.name],
  });
  return (
    <td data-certainty={certainty}>
      <span className={classes.cell}>
        <span
          className={field.type !== undefined && EXACT.has(field.type) ? classes.exactValue : classes.value}
          title={value ?? undefined}
        >
          {value}
        </span>
        <CertaintySign certainty={certainty} />
      </span>
    </td>
  );
}
