import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { KeptDraft, SaveState } from "@/lib/kept-draft";

import { Icon, type IconName } from "./icon";
import { ProblemNote } from "./problem-note";
import classes from "./save-note.module.css";

const SIGNS: Record<SaveState, IconName> = {
  saved: "check",
  waiting: "clock",
  saving: "clock",
  held: "warning",
  locked: "pause",
  failed: "warning",
  conflict: "warning",
};

/** Whether what was typed is saved; where not, why, and what to do. It stands always in the same place. */
export function SaveNote<Content>({ kept }: { kept: KeptDraft<Content> }) {
  const { t } = useTranslation("setup");
  if (kept.state === "failed") {
    return <ProblemNote error={kept.error} what={t("save.failed")} retry={kept.flush} />;
  }
  return (
    <div className={classes.note} data-state={kept.state}>
      <span role="status" className={classes.words}>
        <Icon name={SIGNS[kept.state]} size={14} />
        {t(`save.${kept.state}`)}
      </span>
      {kept.state === "conflict" && (
        <>
          <Button variant="default" onClick={kept.keepMine}>
            {t("save.mine")}
          </Button>
          <Button variant="default" onClick={kept.takeTheirs}>
            {t("save.theirs")}
          </Button>
        </>
      )}
    </div>
  );
}
