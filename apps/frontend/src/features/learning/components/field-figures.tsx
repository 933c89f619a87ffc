import { useTranslation } from "react-i18next";

import type { FieldLearned } from "@/api/gen/types.gen";
import { useFormats } from "@/lib/format";

import classes from "./learning-panel.module.css";

/** Field by field: what was learned beside what the rules alone would give. */
export function FieldFigures({ fields }: { fields: readonly FieldLearned[] }) {
  const { t } = useTranslation("learning");
  const formats = useFormats();
  if (fields.length === 0) return null;
  const f1 = (value: number | null) => (value === null ? "–" : formats.fixed(value, 2));
  return (
    <section aria-labelledby="learning-fields">
      <h3 id="learning-fields">{t("fields.title")}</h3>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t("field")}</th>
            <th scope="col" className={classes.number}>
              {t("fields.learned")}
            </th>
            <th scope="col" className={classes.number}>
              {t("fields.rules")}
            </th>
            <th scope="col">{t("fields.leads")}</th>
            <th scope="col" className={classes.number}>
              {t("fields.wanted")}
            </th>
            <th scope="col" className={classes.number}>
              {t("fields.missed")}
            </th>
            <th scope="col" className={classes.number}>
              {t("fields.invented")}
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map((one) => (
            <tr key={one.field}>
              <th scope="row">{one.field}</th>
              <td className={classes.number}>{f1(one.f1)}</td>
              <td className={classes.number}>{f1(one.rules_f1)}</td>
              <td>{t(one.learning_leads ? "fields.led_by_learning" : "fields.led_by_rules")}</td>
              <td className={classes.number}>{formats.number(one.wanted)}</td>
              <td className={classes.number}>{formats.number(one.missed)}</td>
              <td className={classes.number}>{formats.number(one.invented)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
