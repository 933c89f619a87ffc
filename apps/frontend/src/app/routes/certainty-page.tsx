import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { getBatchOptions } from "@/api/gen/@tanstack/react-query.gen";
import { ProblemNote } from "@/components/ui/problem-note";
import { readCertaintySearch } from "@/features/certainty/api/certainty-search";
import { CertaintyView } from "@/features/certainty/components/certainty-view";
import { LearningSection } from "@/features/learning/components/learning-section";
import { useDocumentTitle } from "@/lib/document-title";

const route = getRouteApi("/batches/$batchName/certainty");

export function CertaintyPage() {
  const { t } = useTranslation("reliability");
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
    <CertaintyView
      key={batchName}
      batch={batch.data}
      search={search}
      onSearch={(change) =>
        void navigate({ search: () => readCertaintySearch({ ...change }), resetScroll: false })
      }
      learning={<LearningSection batchName={batchName} />}
    />
  );
}
