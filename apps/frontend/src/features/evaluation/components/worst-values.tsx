import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { WrongRead } from "@/api/gen/types.gen";
import panel from "@/components/ui/panel.module.css";
import { useFormats } from "@/lib/format";

import classes from "./evaluation.module.css";

/** The values that are furthest from the truth, each with the way to its card. */
export function WorstValues({ batchName, worst }: { batchName: string; worst: readonly WrongRead[] }) {
  const { t } = useTranslation("evaluation");
  const formats = useFormats();
  const shown = (text: string | null) => (text === null || text === "" ? t("worst.blank") : text);
  return (
    <section className={panel.panel} aria-labelledby="worst">
      <div className={classes.title}>
        <h2 id="worst">{t("worst.title")}</h2>
      </div>
      {worst.length === 0 ? (
        <p className={classes.body}>{t("worst.none")}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t("worst.card")}</th>
              <th scope="col">{t("fields.field")}</th>
              <th scope="col">{t("worst.truth")}</th>
              <th scope="col">{t("worst.value")}</th>
              <th scope="col" className={classes.number}>
                {t("worst.ratio")}
              </th>
            </tr>
          </thead>
          <tbody>
            {worst.map(({ filename, field, truth, value, ratio }) => (
              <tr key={`${filename} ${field}`}>
                <td>
                  <Link
                    to="/batches/$batchName/verify/$filename"
                    params={{ batchName, filename }}
                    className={classes.link}
                  >
                    {filename}
                  </Link>
                </td>
                <td>{field}</td>
                <td className={classes.value}>{shown(truth)}</td>
                <td className={classes.value}>{shown(value)}</td>
                <td className={classes.number}>{formats.number(Math.round(ratio))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
