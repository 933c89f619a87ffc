import { Radio } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { EngineRead } from "@/api/gen/types.gen";
import { WhereScansGo } from "@/components/readers/where-scans-go";
import { SaidText } from "@/components/ui/said-text";
import { useSaid } from "@/lib/said";

import { engineName, isServer } from "../api/reader-names";

import classes from "./choices.module.css";

interface ReaderChoiceProps {
  engines: EngineRead[];
  engine: string;
  onChoose: (engine: string) => void;
}

/** Which reader reads, whether scans leave this machine, and what is missing. */
export function ReaderChoice({ engines, engine, onChoose }: ReaderChoiceProps) {
  const { t } = useTranslation("setup");
  const said = useSaid();
  return (
    <div className={classes.readers} role="radiogroup" aria-label={t("reader.title")}>
      {engines.map((item) => (
        <div key={item.name} className={classes.reader}>
          <Radio
            name="reader"
            size="xs"
            label={
              <>
                {engineName(t, item.name)}{" "}
                {!isServer(item) && item.models.length > 0 && (
                  <code className={classes.model}>{item.models.join(", ")}</code>
                )}
              </>
            }
            checked={item.name === engine}
            disabled={item.needs !== "" && item.name !== engine}
            onChange={() => onChoose(item.name)}
          />
          <WhereScansGo engine={item} />
          {item.needs !== "" && item.forbidden !== true && (
            <span className={classes.needs}>
              <SaidText said={said.needs(item.needs_code, item.needs)} />
            </span>
          )}
        </div>
      ))}
      {!engines.some((item) => item.name === engine) && (
        <p className={classes.needs}>{t("reader.unknown", { reader: engine })}</p>
      )}
    </div>
  );
}
