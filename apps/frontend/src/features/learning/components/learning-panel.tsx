import { useTranslation } from "react-i18next";

import type { LearningRead } from "@/api/gen/types.gen";
import figures from "@/components/ui/figures.module.css";
import { SidePanel } from "@/components/ui/side-panel";
import { useFormats } from "@/lib/format";

import { isTelling } from "../api/use-learning";
import type { Refielding } from "../api/use-refielding";

import { FieldFigures } from "./field-figures";
import { LearningCurve } from "./learning-curve";
import classes from "./learning-panel.module.css";
import { NextCards } from "./next-cards";
import { RefieldPanel } from "./refield-panel";
import { SpellingRules } from "./spelling-rules";

interface LearningPanelProps {
  batchName: string;
  learning: LearningRead;
  refielding: Refielding;
  /** Id of who gets the focus back. */
  focusBack: string;
  onClose: () => void;
}

/** All that is behind the line over the card: how well, what it changes, which spellings, which fields. */
export function LearningPanel({ batchName, learning, refielding, focusBack, onClose }: LearningPanelProps) {
  const { t } = useTranslation("learning");
  return (
    <SidePanel title={t("panel")} onClose={onClose} focusBack={focusBack}>
      <div className={classes.parts}>
        <section aria-labelledby="learning-how">
          <h3 id="learning-how">{t("how")}</h3>
          <Figures learning={learning} />
          <LearningCurve curve={learning.curve} />
        </section>
        <RefieldPanel learning={learning} refielding={refielding} />
        <NextCards batchName={batchName} learning={learning} onGo={onClose} />
        <SpellingRules batchName={batchName} learning={learning} />
        <FieldFigures fields={learning.fields} />
      </div>
    </SidePanel>
  );
}

function Figures({ learning }: { learning: LearningRead }) {
  const { t } = useTranslation("learning");
  const formats = useFormats();
  const { model } = learning;
  const n = (value: number) => ({ count: value, n: formats.number(value) });
  const f1 = (value: number | null) => (value === null ? "–" : formats.fixed(value, 2));
  if (model === null) return <p className={classes.quiet}>{t("begins", n(learning.least))}</p>;
  const trained = t("trained", {
    ...n(model.cards),
    when: formats.when(model.created_at),
    s: formats.seconds(model.seconds),
  });
  if (!isTelling(model))
    return (
      <p className={classes.quiet}>
        {trained} {t("f1")}: {t("too_few", n(model.cards))}.
      </p>
    );
  return (
    <>
      <dl className={`${figures.figures} ${classes.figures}`}>
        <div>
          <dt>{t("f1_macro")}</dt>
          <dd>
            {f1(model.f1_macro)}
            {model.spread !== null && <small> ± {formats.fixed(model.spread, 2)}</small>}
          </dd>
        </div>
        <div>
          <dt>{t("f1_micro")}</dt>
          <dd>{f1(model.f1_micro)}</dd>
        </div>
        <div>
          <dt>{t("f1_rules")}</dt>
          <dd>{f1(model.rules_macro)}</dd>
        </div>
      </dl>
      <p className={classes.quiet}>
        {trained} {t("held_out_why")} {learning.shared && t("shared")}
      </p>
    </>
  );
}
