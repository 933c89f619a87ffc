import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { BatchRead, ReaderChoice } from "@/api/gen/types.gen";
import { Meter } from "@/components/ui/meter";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";
import { loadPicked } from "@/lib/picked-cards";

import { type Chosen, chosenFirst, wantedOf } from "../api/chosen";
import { useMeasured, usePlan } from "../api/use-compare";

import { CardsChoice } from "./cards-choice";
import classes from "./compare-view.module.css";
import { MixNotes } from "./mix-notes";
import { MixTable } from "./mix-table";
import { ReaderPlan } from "./reader-plan";

/** Which reader, or which mix of readers, is good enough, and what it costs. */
export function CompareView({ batch }: { batch: BatchRead }) {
  const { t } = useTranslation("compare");
  const [chosen, setChosen] = useState<Chosen>(() => chosenFirst(loadPicked(batch.name)));
  const [added, setAdded] = useState<readonly ReaderChoice[]>([]);
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const [against, setAgainst] = useState<string | null>(null);
  const cards = wantedOf(chosen);
  const plan = usePlan(batch, cards);
  const measured = useMeasured(batch.name, against);
  return (
    <>
      <h1>{t("title")}</h1>
      <p className={classes.lead}>{t("lead")}</p>
      {plan.isError && <ProblemNote error={plan.error} what={t("no_plan")} retry={() => plan.refetch()} />}
      {plan.data !== undefined && (
        <section className={classes.panel} aria-labelledby="compare-plan">
          <h2 id="compare-plan">{t("plan.title")}</h2>
          <CardsChoice batch={batch} plan={plan.data} chosen={chosen} onChosen={setChosen} />
          <ReaderPlan
            batch={batch}
            cards={cards}
            plan={plan.data}
            added={added}
            onAdd={(reader) => setAdded([...added, reader])}
            off={off}
            onOff={setOff}
            measured={measured}
          />
        </section>
      )}
      <Standing measured={measured} />
      {measured.found.data !== undefined && measured.found.data.mixes.length > 0 && (
        <>
          <MixTable batch={batch} found={measured.found.data} onAgainst={setAgainst} />
          <MixNotes found={measured.found.data} />
        </>
      )}
    </>
  );
}

/** How far the measuring is; it goes on when the page is left. */
function Standing({ measured }: { measured: ReturnType<typeof useMeasured> }) {
  const { t } = useTranslation("compare");
  const formats = useFormats();
  const { newest, list, found } = measured;
  if (list.isError) return <ProblemNote error={list.error} what={t("failed")} retry={() => list.refetch()} />;
  if (found.isError)
    return <ProblemNote error={found.error} what={t("failed")} retry={() => found.refetch()} />;
  if (newest === undefined) return null;
  if (newest.status === "failed") return <p role="alert">{t("stopped")}</p>;
  const { choice } = newest;
  const cards = {
    count: newest.cards,
    n: formats.number(newest.cards),
    when: formats.when(newest.created_at),
  };
  return (
    <div className={classes.standing} role="status">
      {newest.status === "running" ? (
        <>
          <span>{t("running", { n: newest.step, all: newest.steps })}</span>
          <div className={classes.meter}>
            <Meter shares={[{ value: newest.step, kind: "read" }]} whole={newest.steps} />
          </div>
        </>
      ) : (
        <span>
          {t(newest.against === "truth" ? "measured_file" : "measured", cards)}
          {choice !== null &&
            choice !== undefined &&
            choice.by !== "truth" &&
            ` · ${t(`chosen.${choice.by}`, { seed: choice.seed ?? 1 })}`}
        </span>
      )}
    </div>
  );
}
