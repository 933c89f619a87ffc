import { useTranslation } from "react-i18next";

import type { EngineRead } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";

import classes from "./where-scans-go.module.css";

type Destination = Pick<EngineRead, "leaves_machine" | "host" | "forbidden">;

/** The one sentence on whether scans leave this machine, and to whom: wherever a reader is named. `brief`: to whom is told on request. */
export function WhereScansGo({ engine, brief = false }: { engine: Destination; brief?: boolean }) {
  const { t } = useTranslation("app");
  const host = engine.host ?? "";
  const said = () => {
    if (engine.forbidden === true) return t("scans.forbidden", { host });
    if (engine.leaves_machine) return host === "" ? t("scans.leave") : t("scans.leave_to", { host });
    return host === "" ? t("scans.stay") : t("scans.stay_at", { host });
  };
  return (
    <span
      className={engine.leaves_machine ? classes.leaves : classes.stays}
      title={brief ? said() : undefined}
    >
      <Icon name={engine.leaves_machine ? "leaves" : "screen"} size={14} />
      {brief && engine.leaves_machine ? t("scans.leave") : said()}
    </span>
  );
}
