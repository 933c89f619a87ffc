import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { getBatchOptions } from "@/api/gen/@tanstack/react-query.gen";
import { ProblemNote } from "@/components/ui/problem-note";
import { readEvaluationSearch } from "@/features/evaluation/api/evaluation-search";
import { EvaluationView } from "@/features/evaluation/components/evaluation-view";
import { useDocumentTitle } from "@/lib/document-title";

const route = getRouteApi("/batches/$batchName/evaluation");

export function EvaluationPage() {
  const { t } = useTranslation("evaluation");
  const { batchName } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const batch = useQuery(getBatchOptions({ path: { batch_name: batchName } }));
  useDocumentTitle(`${t("title")}: ${batch.data?.title ?? batchName}`);

  if (batch.isPending) return <Loader size="sm" aria-label={t("loading")} />;
  if (batch.data === undefined) {
    return <ProblemNote error={batch.error} what={t("no_batch")} retry={() => batch.refetch()} />;
  }
  return (
    <EvaluationView
      key={batchName}
      batch={batch.data}
      search={search}
      onSearch={(change) =>
        void navigate({ search: () => readEvaluationSearch({ ...change }), resetScroll: false })
      }
    />
  );
}
