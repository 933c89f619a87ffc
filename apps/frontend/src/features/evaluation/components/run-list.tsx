import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { EvaluationBrief } from "@/api/gen/types.gen";
import { useFormats } from "@/lib/format";

import classes from "./evaluation.module.css";

interface RunListProps {
  runs: readonly EvaluationBrief[];
  shown: number | undefined;
  batchName: string;
}

export function RunList({ runs, shown, batchName }: RunListProps) {
  const { t } = useTranslation("evaluation");
  const formats = useFormats();
  const f1 = (value: number | null) => (value === null ? "–" : formats.fixed(value, 3));
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t("runs.run")}</th>
          <th scope="col" className={classes.number}>
            {t("runs.cards")}
          </th>
          <th scope="col" className={classes.number}>
            {t("macro")}
          </th>
          <th scope="col" className={classes.number}>
            {t("micro")}
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id} data-chosen={run.id === shown || undefined}>
            <th scope="row">
              <Link
                to="/batches/$batchName/evaluation"
                params={{ batchName }}
                search={{ run: run.id }}
                aria-current={run.id === shown ? "true" : undefined}
                className={classes.link}
              >
                {run.title || t("runs.untitled", { n: run.id })}
              </Link>
              <span className={classes.when}>{formats.when(run.created_at)}</span>
            </th>
            <td className={classes.number}>{formats.number(run.cards)}</td>
            <td className={classes.number}>{f1(run.macro)}</td>
            <td className={classes.number}>{f1(run.micro)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
