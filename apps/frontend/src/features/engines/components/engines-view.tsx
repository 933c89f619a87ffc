import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { listEnginesOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { EngineRead } from "@/api/gen/types.gen";
import { WhereScansGo } from "@/components/readers/where-scans-go";
import panel from "@/components/ui/panel.module.css";
import { ProblemNote } from "@/components/ui/problem-note";
import { SaidText } from "@/components/ui/said-text";
import { Tag } from "@/components/ui/tag";
import { useSaid } from "@/lib/said";

import classes from "./engines-view.module.css";
import { ModelList } from "./model-list";

const KNOWN = ["local", "vision"] as const;

/** Who can read here: state, models, what is missing, and where the scans go. */
export function EnginesView() {
  const { t } = useTranslation("engines");
  const engines = useQuery(listEnginesOptions());
  if (engines.isPending) {
    return (
      <div role="status" aria-label={t("loading")}>
        <Skeleton height={180} />
      </div>
    );
  }
  if (engines.data === undefined) {
    return <ProblemNote error={engines.error} what={t("load_failed")} retry={() => engines.refetch()} />;
  }
  const { items, default: first } = engines.data;
  return (
    <>
      <p className={classes.lead}>{t("lead")}</p>
      <div className={classes.engines}>
        {items.map((engine) => (
          <Engine key={engine.name} engine={engine} isDefault={engine.name === first} />
        ))}
      </div>
    </>
  );
}

function Engine({ engine, isDefault }: { engine: EngineRead; isDefault: boolean }) {
  const { t } = useTranslation("engines");
  const said = useSaid();
  const known = KNOWN.find((name) => name === engine.name.split(":")[0]);
  const host = engine.host ?? "";
  const own = engine.name.includes(":") ? engine.name.slice(engine.name.indexOf(":") + 1) : null;
  const title = known === undefined ? engine.name : t(`name.${known}`) + (own === null ? "" : ` (${own})`);
  return (
    <section className={`${panel.panel} ${classes.engine}`} aria-label={title}>
      <div className={classes.head}>
        <h2>{title}</h2>
        <code className={classes.code}>{engine.name}</code>
        {engine.state === "ready" ? (
          <Tag tone="ok" icon="check">
            {t("ready")}
          </Tag>
        ) : (
          <Tag tone="low" icon="warning">
            {t("unavailable")}
          </Tag>
        )}
        {isDefault && <Tag>{t("default")}</Tag>}
      </div>
      {known !== undefined && <p>{t(`what.${known}`)}</p>}
      <dl className={classes.facts}>
        <dt>{t("models")}</dt>
        <dd>
          {engine.models.length === 0
            ? t("any_model")
            : engine.models.map((model) => (
                <code key={model} className={classes.code}>
                  {model}
                </code>
              ))}
        </dd>
        <dt>{t("needs")}</dt>
        <dd>
          {engine.needs === "" ? (
            t("needs_nothing")
          ) : (
            <SaidText said={said.needs(engine.needs_code, engine.needs)} />
          )}
        </dd>
        <dt>{t("scans")}</dt>
        <dd>
          <WhereScansGo engine={engine} />
          {host !== "" && <p className={classes.sent}>{t("sent")}</p>}
        </dd>
        {host !== "" && (
          <>
            <dt>{t("key")}</dt>
            <dd>{t(engine.key_set === true ? "key_set" : "key_none")}</dd>
          </>
        )}
      </dl>
      {host !== "" && engine.state === "ready" && <ModelList engine={engine.name} />}
    </section>
  );
}
