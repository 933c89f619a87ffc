import { useTranslation } from "react-i18next";

import { CertaintySign } from "@/components/ui/certainty-sign";
import type { Certainty } from "@/lib/certainty";

import classes from "./certainty-legend.module.css";

const SHOWN: readonly Certainty[] = [
  "sure",
  "check",
  "doubtful",
  "blank",
  "maybe_blank",
  "verified",
  "corrected",
];

/** What the signs in the table mean. */
export function CertaintyLegend() {
  const { t } = useTranslation("certainty");
  return (
    <ul className={classes.legend} aria-label={t("legend")}>
      {SHOWN.map((certainty) => (
        <li key={certainty}>
          <span aria-hidden="true">
            <CertaintySign certainty={certainty} />
          </span>
          {t(certainty)}
        </li>
      ))}
    </ul>
  );
}
