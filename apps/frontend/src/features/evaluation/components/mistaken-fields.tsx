import { useTranslation } from "react-i18next";

import type { MistakenRead } from "@/api/gen/types.gen";
import panel from "@/components/ui/panel.module.css";
import { useFormats } from "@/lib/format";

import classes from "./evaluation.module.css";

/** Which field's value was put into which other field. */
export function MistakenFields({ mistaken }: { mistaken: readonly MistakenRead[] }) {
  const { t } = useTranslation("evaluation");
  const formats = useFormats();
  return (
    <section className={panel.panel} aria-labelledby="mistaken">
      <div className={classes.title}>
        <h2 id="mistaken">{t("mistaken.title")}</h2>
      </div>
      {mistaken.length === 0 ? (
        <p className={classes.body}>{t("mistaken.none")}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t("mistaken.wanted")}</th>
              <th scope="col">{t("mistaken.found")}</th>
              <th scope="col" className={classes.number}>
                {t("mistaken.count")}
              </th>
            </tr>
          </thead>
          <tbody>
            {mistaken.map(({ wanted, found, count }) => (
              <tr key={`${wanted} ${found}`}>
                <td>{wanted}</td>
                <td>{found}</td>
                <td className={classes.number}>{formats.number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
