import { Button } from "@mantine/core";
import { lazy, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { LearningRead } from "@/api/gen/types.gen";
import { useAnnounce } from "@/components/ui/announcer";
import { BusyButton } from "@/components/ui/busy-button";
import { Icon } from "@/components/ui/icon";
import { Part } from "@/components/ui/part";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

import { isTelling, isTraining, useLearning, useLearnNow } from "../api/use-learning";
import { useRefielding } from "../api/use-refielding";

import { JudgeNews } from "./judge-news";
import classes from "./learning-bar.module.css";
import { Sparkline } from "./learning-curve";
import { RefieldNews } from "./refield-news";

const LearningPanel = lazy(async () => ({ default: (await import("./learning-panel")).LearningPanel }));
const DETAILS = "learning-details";
const backToDetails = () => document.getElementById(DETAILS)?.focus();

interface LearningBarProps {
  batchName: string;
  /** The other cards show other values now. */
  onFielded: () => void;
}

/** One line over the card: how much the reader has learned, when it learns again, and what that changed. */
export function LearningBar({ batchName, onFielded }: LearningBarProps) {
  const { t } = useTranslation("learning");
  const learning = useLearning(batchName);
  const learnNow = useLearnNow(batchName);
  const refielding = useRefielding(batchName, onFielded);
  const [open, setOpen] = useState(false);
  const known = learning.data;
  const training = learnNow.isPending || (known !== undefined && isTraining(known));
  useSpokenTraining(known);

  if (known === undefined) {
    return learning.isError ? (
      <ProblemNote error={learning.error} what={t("failed")} retry={() => learning.refetch()} />
    ) : (
      <section className={classes.bar} aria-label={t("label")}>
        <span className={classes.quiet}>{t("loading")}</span>
      </section>
    );
  }
  return (
    <>
      <section className={classes.bar} aria-label={t("label")}>
        <Icon name="learning" />
        <Standing learning={known} training={training} />
        <div className={classes.tools}>
          <JudgeNews
            batchName={batchName}
            learning={known}
            refielding={refielding}
            onPressed={backToDetails}
          />
          <RefieldNews learning={known} refielding={refielding} brief onPressed={backToDetails} />
          {known.verified >= known.least && (
            <BusyButton variant="subtle" size="compact-sm" busy={training} onClick={() => learnNow.mutate()}>
              {t("learn_now")}
            </BusyButton>
          )}
          <Button
            id={DETAILS}
            variant="subtle"
            size="compact-sm"
            aria-haspopup="dialog"
            onClick={() => setOpen(true)}
          >
            {t("details")}
          </Button>
        </div>
      </section>
      {learnNow.isError && (
        <ProblemNote error={learnNow.error} what={t("not_trained")} dismiss={learnNow.reset} />
      )}
      {open && (
        <Part>
          <LearningPanel
            batchName={batchName}
            learning={known}
            refielding={refielding}
            focusBack={DETAILS}
            onClose={() => setOpen(false)}
          />
        </Part>
      )}
    </>
  );
}

function Standing({ learning, training }: { learning: LearningRead; training: boolean }) {
  const { t } = useTranslation("learning");
  const formats = useFormats();
  const n = (value: number) => ({ count: value, n: formats.number(value) });
  const { model, until_next: left } = learning;
  const next = model === null ? "first" : "next";
  return (
    <p className={classes.words}>
      <b title={t("counts")}>{t("verified", n(learning.verified))}</b>
      <span className={classes.next} data-training={training || undefined}>
        {training ? (
          <>
            <Icon name="refresh" size={14} />
            {t("training")}
          </>
        ) : left > 0 ? (
          t(next, n(left))
        ) : (
          t("due")
        )}
      </span>
      {model !== null && !isTelling(model) && (
        <span className={classes.f1} title={t("held_out")}>
          {t("f1")}: {t("too_few", n(model.cards))}
        </span>
      )}
      {typeof model?.f1_macro === "number" && isTelling(model) && (
        <span className={classes.f1} title={t("held_out")}>
          {t("f1")}{" "}
          <b>
            {formats.fixed(model.f1_macro, 2)}
            {model.spread !== null && ` ± ${formats.fixed(model.spread, 2)}`}
          </b>
          {learning.trend !== "unknown" && `, ${t(`trend.${learning.trend}`)}`}
        </span>
      )}
      {model !== null && isTelling(model) && <Sparkline curve={learning.curve} />}
    </p>
  );
}

/** A training ends while a person looks elsewhere: it is said, and the bar shows it as long as it holds. */
function useSpokenTraining(learning: LearningRead | undefined): void {
  const { t } = useTranslation("learning");
  const announce = useAnnounce();
  const formats = useFormats();
  const version = learning?.model?.version ?? 0;
  const before = useRef<number | null>(null);
  const known = learning !== undefined;
  const model = learning?.model ?? null;
  const f1 = model !== null && isTelling(model) ? model.f1_macro : null;
  const cards = learning?.model?.cards ?? 0;
  useEffect(() => {
    if (!known) return;
    if (before.current !== null && version > before.current)
      announce(
        t("spoken", {
          count: cards,
          n: formats.number(cards),
          f1: f1 === null ? "–" : formats.fixed(f1, 2),
        }),
      );
    before.current = version;
  }, [known, version, cards, f1, announce, formats, t]);
}
