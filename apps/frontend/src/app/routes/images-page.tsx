import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { getBatchOptions } from "@/api/gen/@tanstack/react-query.gen";
import { ProblemNote } from "@/components/ui/problem-note";
import { ImagesWork } from "@/features/upload/components/images-work";
import { useDocumentTitle } from "@/lib/document-title";

import classes from "./place.module.css";

const route = getRouteApi("/batches/$batchName/images");

/** Scans on their way into a batch, and what lies in it. */
export function ImagesPage() {
  const { t } = useTranslation("upload");
  const { batchName } = route.useParams();
  const { q = "" } = route.useSearch();
  const navigate = route.useNavigate();
  const batch = useQuery(getBatchOptions({ path: { batch_name: batchName } }));
  useDocumentTitle(batch.data === undefined ? t("title") : `${t("title")} · ${batch.data.title}`);

  if (batch.data === undefined) {
    return (
      <>
        <h1>{t("title")}</h1>
        {batch.isPending ? (
          <p role="status" className={classes.loading}>
            {t("loading")}
          </p>
        ) : (
          <ProblemNote error={batch.error} what={t("failed")} retry={() => batch.refetch()} />
        )}
      </>
    );
  }
  return (
    <ImagesWork
      key={batchName}
      batch={batch.data}
      q={q}
      onSearch={(wanted) => void navigate({ search: wanted === "" ? {} : { q: wanted }, replace: true })}
    />
  );
}
