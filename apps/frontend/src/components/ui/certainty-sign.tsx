import { useTranslation } from "react-i18next";

import type { Certainty } from "@/lib/certainty";

import classes from "./certainty-sign.module.css";
import { SIGN_BOX, SignDrawing } from "./sign-drawing";

/** ● ◐ ⚠ – and a person's ✓ and pencil: each state has its own shape, and a name for who does not see it. */
export function CertaintySign({ certainty }: { certainty: Certainty }) {
  const { t } = useTranslation("certainty");
  return (
    <svg
      className={classes.sign}
      data-certainty={certainty}
      viewBox={SIGN_BOX}
      width={14}
      height={14}
      role="img"
      aria-label={t(certainty)}
    >
      <title>{t(certainty)}</title>
      <SignDrawing certainty={certainty} />
    </svg>
  );
}
