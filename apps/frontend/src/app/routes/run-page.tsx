import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { getBatchOptions } from "@/api/gen/@tanstack/react-query.gen";
import { ProblemNote } from "@/components/ui/problem-note";
import { RunWork } from "@/features/processing/components/run-work";
import { useDocumentTitle } from "@/lib/document-title";

import classes from "./place.module.css";

const route = getRouteApi("/batches/$batchName/run");

/** A run while it runs, and what it left when it does not. */
export function RunPage() {
  const { t } = useTranslation("processing");
  const { batchName } = route.useParams();
  const batch = useQuery(getBatchOptions({ path: { batch_name: batchName } }));
  useDocumentTitle(batch.data === undefined ? t("place") : `${t("place")} · ${batch.data.title}`);

  if (batch.data === undefined) {
    return (
      <>
        <h1>{t("place")}</h1>
        {batch.isPending ? (
          <p role="status" className={classes.loading}>
            {t("loading")}
          </p>
        ) : (
          <ProblemNote error={batch.error} what={t("load_failed")} retry={() => batch.refetch()} />
        )}
      </>
    );
  }
  return <RunWork key={batchName} batch={batch.data} />;
}
