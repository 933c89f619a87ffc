import { useTranslation } from "react-i18next";

import type { TallyRead } from "@/api/gen/types.gen";
import panel from "@/components/ui/panel.module.css";
import { useFormats } from "@/lib/format";

import classes from "./evaluation.module.css";

const COLUMNS = ["f1", "exact", "cer", "wanted", "wrong", "missed", "invented"] as const;

interface FieldTableProps {
  fields: Readonly<Record<string, TallyRead>>;
  all: TallyRead;
}

/** Field by field: how many were right, how far off the others, what was missed and what invented. */
export function FieldTable({ fields, all }: FieldTableProps) {
  const { t } = useTranslation("evaluation");
  return (
    <section className={panel.panel} aria-labelledby="fields">
      <div className={classes.title}>
        <h2 id="fields">{t("fields.title")}</h2>
        <span className={classes.origin}>{t("fields.what")}</span>
      </div>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t("fields.field")}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={classes.number}>
                {t(`fields.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(fields).map(([name, tally]) => (
            <Row key={name} name={name} tally={tally} />
          ))}
        </tbody>
        <tfoot>
          <Row name={t("fields.all")} tally={all} />
        </tfoot>
      </table>
    </section>
  );
}

function Row({ name, tally }: { name: string; tally: TallyRead }) {
  const formats = useFormats();
  const said = (column: (typeof COLUMNS)[number]) => {
    const value = tally[column];
    if (value === null) return "–";
    if (column === "f1") return formats.fixed(value, 3);
    return column === "exact" || column === "cer" ? formats.rate(value, 1) : formats.number(value);
  };
  return (
    <tr>
      <th scope="row">{name}</th>
      {COLUMNS.map((column) => (
        <td key={column} className={classes.number}>
          {said(column)}
        </td>
      ))}
    </tr>
  );
}
