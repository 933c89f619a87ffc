import { useTranslation } from "react-i18next";

import { Dialog } from "@/components/ui/dialog";

import type { Action } from "../api/actions";

import classes from "./key-sheet.module.css";
import { Keys } from "./keys";

const GROUPS = ["field", "card", "image"] as const;

/** All keys; they hold while one types, too. */
export function KeySheet({ actions, onClose }: { actions: readonly Action[]; onClose: () => void }) {
  const { t } = useTranslation("verify");
  return (
    <Dialog title={t("sheet.title")} onClose={onClose} focusBack="main">
      <p className={classes.note}>{t("sheet.note")}</p>
      {GROUPS.map((group) => (
        <div key={group}>
          <h3 className={classes.heading}>{t(`sheet.${group}`)}</h3>
          <dl className={classes.list}>
            {actions
              .filter((action) => action.group === group)
              .map((action) => (
                <div key={action.id} className={classes.line}>
                  <dt>{t(`action.${action.id}`)}</dt>
                  <dd className={classes.keys}>
                    {action.keys.map((keys) => (
                      <Keys key={keys} keys={keys} />
                    ))}
                  </dd>
                </div>
              ))}
            {group === "image" &&
              (["click", "shift_click", "drag"] as const).map((hand) => (
                <div key={hand} className={classes.line}>
                  <dt>{t(`hand.${hand}.what`)}</dt>
                  <dd>{t(`hand.${hand}.how`)}</dd>
                </div>
              ))}
          </dl>
        </div>
      ))}
    </Dialog>
  );
}
