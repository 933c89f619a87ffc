import { Loader, Radio } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { listEnginesOptions } from "@/api/gen/@tanstack/react-query.gen";
import { Icon } from "@/components/ui/icon";
import { ProblemNote } from "@/components/ui/problem-note";
import { SaidText } from "@/components/ui/said-text";
import { useSaid } from "@/lib/said";

import classes from "./choices.module.css";

interface ReaderChoiceProps {
  engine: string;
  model: string | null;
  onChoose: (engine: string, model: string | null) => void;
}

const KNOWN = ["local", "vision"] as const;

/** Which reader reads, whether scans leave this machine, and what is missing. */
export function ReaderChoice({ engine, model, onChoose }: ReaderChoiceProps) {
  const { t } = useTranslation("setup");
  const said = useSaid();
  const engines = useQuery(listEnginesOptions());
  if (engines.isPending) return <Loader size="xs" aria-label={t("reader.loading")} />;
  if (engines.data === undefined) {
    return <ProblemNote error={engines.error} what={t("reader.failed")} retry={() => engines.refetch()} />;
  }
  const items = engines.data.items;
  const name = (key: string) => {
    const known = KNOWN.find((one) => one === key);
    return known === undefined ? key : t(`reader.name.${known}`);
  };
  return (
    <div className={classes.readers} role="radiogroup" aria-label={t("reader.title")}>
      {items.flatMap((item) =>
        (item.models.length > 0 ? item.models : [null]).map((one) => (
          <div key={`${item.name} ${one ?? ""}`} className={classes.reader}>
            <Radio
              name="reader"
              size="xs"
              label={
                <>
                  {name(item.name)} {one !== null && <code className={classes.model}>{one}</code>}
                </>
              }
              checked={item.name === engine && (model === null || model === one || item.models.length === 1)}
              disabled={item.needs !== "" && item.name !== engine}
              onChange={() => onChoose(item.name, item.models.length > 1 ? one : null)}
            />
            <span className={item.leaves_machine ? classes.leaves : classes.stays}>
              <Icon name={item.leaves_machine ? "leaves" : "screen"} size={14} />
              {item.leaves_machine ? t("reader.leaves") : t("reader.stays")}
            </span>
            {item.needs !== "" && (
              <span className={classes.needs}>
                <SaidText said={said.needs(item.needs_code, item.needs)} />
              </span>
            )}
          </div>
        )),
      )}
      {!items.some((item) => item.name === engine) && (
        <p className={classes.needs}>{t("reader.unknown", { reader: engine })}</p>
      )}
    </div>
  );
}
