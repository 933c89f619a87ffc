import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Icon } from "./icon";
import classes from "./problem-note.module.css";
import { TroubleText } from "./trouble-text";

interface ProblemNoteProps {
  error: unknown;
  /** What was tried, in the words of the page: "The batches could not be loaded." */
  what?: string;
  retry?: () => unknown;
  dismiss?: () => void;
}

/** What went wrong, to what, and what to do. A sentence of the service is said in the page's language. */
export function ProblemNote({ error, what, retry, dismiss }: ProblemNoteProps) {
  const { t } = useTranslation("problem");
  return (
    <div className={classes.note} role="alert">
      <Icon name="warning" />
      <div className={classes.words}>
        {what !== undefined && <p className={classes.what}>{what}</p>}
        <p>
          <TroubleText error={error} />
        </p>
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
