import { Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { LearningRead, NormaliserRead } from "@/api/gen/types.gen";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

import { useSwitchRules } from "../api/use-learning";

import classes from "./learning-panel.module.css";

/** What was learned about spelling, in words; a rule that is not wanted is switched off. */
export function SpellingRules({ batchName, learning }: { batchName: string; learning: LearningRead }) {
  const { t } = useTranslation("learning");
  const formats = useFormats();
  const switching = useSwitchRules(batchName);
  const rules = learning.normalisers;
  const set = (rule: NormaliserRead, on: boolean) => {
    if (switching.isPending) return;
    switching.mutate(rules.filter((one) => (one.key === rule.key ? !on : !one.on)).map((one) => one.key));
  };
  // While it is being saved the switch already stands where it was put.
  const wanted = switching.isPending ? new Set(switching.variables) : null;
  return (
    <section aria-labelledby="learning-rules">
      <h3 id="learning-rules">{t("rules.title")}</h3>
      <p className={classes.quiet}>{rules.length === 0 ? t("rules.none") : t("rules.what")}</p>
      {switching.isError && (
        <ProblemNote error={switching.error} what={t("rules.not_saved")} dismiss={switching.reset} />
      )}
      <ul className={classes.rules}>
        {rules.map((rule) => (
          <li key={rule.key} className={classes.rule}>
            <span id={`rule-${rule.key}`}>
              <b>{rule.field}:</b> {t(`rules.${rule.kind}`, { before: rule.before, after: rule.after })}
              <small>{t("rules.examples", { count: rule.examples, n: formats.number(rule.examples) })}</small>
            </span>
            <Switch
              size="sm"
              withThumbIndicator={false}
              classNames={{ track: classes.track ?? "" }}
              aria-labelledby={`rule-${rule.key}`}
              checked={wanted === null ? rule.on : !wanted.has(rule.key)}
              onChange={(event) => set(rule, event.currentTarget.checked)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
