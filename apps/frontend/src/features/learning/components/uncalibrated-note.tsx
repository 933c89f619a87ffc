import { CloseButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "@/components/ui/icon";

import { useLearning } from "../api/use-learning";

import classes from "./uncalibrated-note.module.css";

const KEY = "indexcards.colours-explained";

/** What the colours mean while certainty is not calibrated; said until a person has put it away. */
export function UncalibratedNote({ batchName }: { batchName: string }) {
  const { t } = useTranslation(["certainty", "places", "problem"]);
  const learning = useLearning(batchName);
  const [away, setAway] = useState(isAway);
  if (away || learning.data?.calibrated !== false) return null;
  return (
    <p className={classes.note} role="note">
      <Icon name="help" />
      <span>{t("uncalibrated")}</span>
      <Link to="/batches/$batchName/certainty" params={{ batchName }}>
        {t("places:certainty")}
      </Link>
      <CloseButton
        size="sm"
        aria-label={t("problem:dismiss")}
        onClick={() => {
          putAway();
          setAway(true);
        }}
      />
    </p>
  );
}

function isAway(): boolean {
  try {
    return window.localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

function putAway(): void {
  try {
    window.localStorage.setItem(KEY, "1");
  } catch {
    // A browser that stores nothing says it again with the next page.
  }
}
