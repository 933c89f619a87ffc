import { Skeleton } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import panel from "@/components/ui/panel.module.css";
import { ProblemNote } from "@/components/ui/problem-note";

import type { EvaluationSearch } from "../api/evaluation-search";
import { useEvaluations } from "../api/use-evaluations";

import { EvaluationForm } from "./evaluation-form";
import classes from "./evaluation.module.css";
import { RunDetail } from "./run-detail";
import { RunList } from "./run-list";

interface EvaluationViewProps {
  batch: BatchRead;
  search: EvaluationSearch;
  onSearch: (change: EvaluationSearch) => void;
}

/** How well was read, measured: kept runs, one of them in full, two against each other. */
export function EvaluationView({ batch, search, onSearch }: EvaluationViewProps) {
  const { t } = useTranslation("evaluation");
  const evaluations = useEvaluations(batch.name);
  const { list } = evaluations;
  const runs = list.data?.items ?? [];
  const shown = search.run ?? runs[0]?.id;
  return (
    <>
      <h1>{t("title")}</h1>
      <div className={classes.place}>
        <div className={classes.side}>
          <EvaluationForm
            batch={batch}
            evaluations={evaluations}
            onDone={(run) => onSearch({ run, ...(shown === undefined ? {} : { base: shown }) })}
          />
          <section className={panel.panel} aria-labelledby="runs">
            <div className={classes.title}>
              <h2 id="runs">{t("runs.title")}</h2>
            </div>
            {list.isPending && (
              <div role="status" aria-label={t("loading")} className={classes.body}>
                <Skeleton height={80} />
              </div>
            )}
            {list.isError && (
              <ProblemNote error={list.error} what={t("failed")} retry={() => list.refetch()} />
            )}
            {list.data !== undefined && runs.length === 0 && <p className={classes.body}>{t("runs.none")}</p>}
            {runs.length > 0 && <RunList runs={runs} shown={shown} batchName={batch.name} />}
          </section>
        </div>
        {shown !== undefined && (
          <RunDetail
            key={shown}
            batchName={batch.name}
            id={shown}
            runs={runs}
            base={search.base}
            onBase={(base) => onSearch({ run: shown, base })}
          />
        )}
      </div>
    </>
  );
}
