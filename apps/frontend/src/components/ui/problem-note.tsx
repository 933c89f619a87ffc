import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { troubleOf } from "@/lib/problem";

import { Icon } from "./icon";
import classes from "./problem-note.module.css";

interface ProblemNoteProps {
  error: unknown;
  /** What was tried, in the words of the page: "The batches could not be loaded." */
  what?: string;
  retry?: () => unknown;
  dismiss?: () => void;
}

/** What went wrong, to what, and what to do. The service's own sentence is shown as it came. */
export function ProblemNote({ error, what, retry, dismiss }: ProblemNoteProps) {
  const { t } = useTranslation("problem");
  const trouble = troubleOf(error);
  return (
    <div className={classes.note} role="alert">
      <Icon name="warning" />
      <div className={classes.words}>
        {what !== undefined && <p className={classes.what}>{what}</p>}
        {trouble.kind === "problem" && <p lang="en">{trouble.problem.detail}</p>}
        {trouble.kind === "unreachable" && <p>{t("unreachable")}</p>}
        {trouble.kind === "unexpected" && <p>{t("unexpected", { detail: trouble.detail || "–" })}</p>}
      </div>
      {retry !== undefined && (
        <Button variant="default" onClick={() => void retry()}>
          {t("try_again")}
        </Button>
      )}
      {dismiss !== undefined && (
        <Button variant="subtle" color="gray" className={classes.dismiss} onClick={dismiss}>
          {t("dismiss")}
        </Button>
      )}
    </div>
  );
}
