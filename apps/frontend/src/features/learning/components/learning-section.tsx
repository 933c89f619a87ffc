import { Skeleton } from "@mantine/core";
import { useTranslation } from "react-i18next";

import panel from "@/components/ui/panel.module.css";
import { ProblemNote } from "@/components/ui/problem-note";

import { useLearning } from "../api/use-learning";

import { LearningCurve } from "./learning-curve";
import classes from "./learning-section.module.css";

/** Whether more verifying still teaches: the curve with its meaning in a sentence. */
export function LearningSection({ batchName }: { batchName: string }) {
  const { t } = useTranslation("learning");
  const learning = useLearning(batchName);
  const known = learning.data;
  return (
    <section className={panel.panel} aria-labelledby="still-learning">
      <div className={classes.title}>
        <h2 id="still-learning">{t("still.title")}</h2>
        <span>{t("still.what")}</span>
        {typeof known?.model?.version === "number" && (
          <span className={classes.trend}>{t(`still.${known.trend}`)}</span>
        )}
      </div>
      <div className={classes.body}>
        {learning.isPending && <Skeleton height={160} aria-label={t("loading")} />}
        {learning.isError && (
          <ProblemNote error={learning.error} what={t("failed")} retry={() => learning.refetch()} />
        )}
        {known !== undefined && <LearningCurve curve={known.curve} />}
      </div>
    </section>
  );
}
