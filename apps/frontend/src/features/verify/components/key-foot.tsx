import { useTranslation } from "react-i18next";

import type { Action } from "../api/actions";

import classes from "./key-foot.module.css";
import { Keys } from "./keys";

/** The keys of every minute, at the foot of the page. */
export function KeyFoot({ actions }: { actions: readonly Action[] }) {
  const { t } = useTranslation("verify");
  return (
    <ul className={classes.foot} aria-label={t("keys")}>
      {actions
        .filter((action) => action.foot === true)
        .map((action) => (
          <li key={action.id} className={classes.key}>
            <Keys keys={action.keys[0] ?? ""} />
            {t(`action.${action.id}`)}
          </li>
        ))}
    </ul>
  );
}
