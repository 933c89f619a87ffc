import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { getBatchOptions } from "@/api/gen/@tanstack/react-query.gen";
import { ProblemNote } from "@/components/ui/problem-note";
import { CompareView } from "@/features/compare/components/compare-view";
import { useDocumentTitle } from "@/lib/document-title";

const route = getRouteApi("/batches/$batchName/compare");

export function ComparePage() {
  const { t } = useTranslation("compare");
  const { batchName } = route.useParams();
  const batch = useQuery(getBatchOptions({ path: { batch_name: batchName } }));
  useDocumentTitle(`${t("title")}: ${batch.data?.title ?? batchName}`);

  if (batch.isPending) return <Loader size="sm" aria-label={t("loading")} />;
  if (batch.data === undefined) {
    return <ProblemNote error={batch.error} what={t("no_batch")} retry={() => batch.refetch()} />;
  }
  return <CompareView key={batchName} batch={batch.data} />;
}
