import { useTranslation } from "react-i18next";

import type { EngineRead } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";

import { isServer } from "../api/reader-names";

import classes from "./choices.module.css";

/** Said plainly of every reader: whether scans leave this machine, and to whom. */
export function WhereScansGo({ engine }: { engine: EngineRead }) {
  const { t } = useTranslation("setup");
  const host = engine.host ?? "";
  const said = () => {
    if (engine.forbidden === true) return t("reader.forbidden", { host });
    if (engine.leaves_machine) return host === "" ? t("reader.leaves") : t("reader.leaves_to", { host });
    return isServer(engine) ? t("reader.stays_at", { host }) : t("reader.stays");
  };
  return (
    <span className={engine.leaves_machine ? classes.leaves : classes.stays}>
      <Icon name={engine.leaves_machine ? "leaves" : "screen"} size={14} />
      {said()}
    </span>
  );
}
