import { useTranslation } from "react-i18next";

import type { ChangeRead, LearningRead } from "@/api/gen/types.gen";
import { BusyButton } from "@/components/ui/busy-button";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

import type { Refielding } from "../api/use-refielding";

import classes from "./learning-panel.module.css";
import { Changed, RefieldNews } from "./refield-news";

interface RefieldPanelProps {
  learning: LearningRead;
  refielding: Refielding;
}

/** What would change on the cards that nobody has reviewed, before it is done; what was done, with the way back. */
export function RefieldPanel({ learning, refielding }: RefieldPanelProps) {
  const { t } = useTranslation("learning");
  const formats = useFormats();
  const { preview } = refielding;
  const found = preview.data?.data;
  return (
    <section aria-labelledby="learning-others">
      <h3 id="learning-others">{t("refield.title")}</h3>
      <p className={classes.quiet}>{t("refield.what")}</p>
      {learning.model !== null && (
        <div className={classes.row}>
          <BusyButton variant="default" busy={preview.isPending} onClick={() => preview.mutate()}>
            {t("refield.preview")}
          </BusyButton>
          <RefieldNews learning={learning} refielding={refielding} />
        </div>
      )}
      {preview.isError && (
        <ProblemNote error={preview.error} what={t("refield.no_preview")} retry={() => preview.mutate()} />
      )}
      {found !== undefined && (
        <>
          <p className={classes.row} role="status">
            {t("refield.would", { n: formats.number(found.cards), all: formats.number(found.total) })}{" "}
            <Changed done={found} />
          </p>
          {found.examples.length > 0 && <Examples changes={found.examples} />}
        </>
      )}
    </section>
  );
}

function Examples({ changes }: { changes: readonly ChangeRead[] }) {
  const { t } = useTranslation("learning");
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t("refield.card")}</th>
          <th scope="col" className={classes.name}>
            {t("field")}
          </th>
          <th scope="col">{t("refield.before")}</th>
          <th scope="col">{t("refield.after")}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ filename, field, before, after }) => (
          <tr key={`${filename} ${field}`}>
            <td className={classes.name}>{filename}</td>
            <td className={classes.name}>{field}</td>
            <td className={classes.value}>
              <span className={before === null ? undefined : classes.struck}>{before ?? t("blank")}</span>
            </td>
            <td className={classes.value}>{after ?? t("blank")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
