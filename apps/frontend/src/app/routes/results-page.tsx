import { Loader } from "@mantine/core";
import { usePrefetchQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { getBatchOptions, listRecordsOptions } from "@/api/gen/@tanstack/react-query.gen";
import { ProblemNote } from "@/components/ui/problem-note";
import { UncalibratedNote } from "@/features/learning/components/uncalibrated-note";
import { PAGE_SIZE } from "@/features/results/api/page-window";
import { queryOf, readRecordsSearch } from "@/features/results/api/records-search";
import { ResultsView } from "@/features/results/components/results-view";
import { useDocumentTitle } from "@/lib/document-title";

const route = getRouteApi("/batches/$batchName/results");
const RUNNING_MS = 4_000;

export function ResultsPage() {
  const { t } = useTranslation("results");
  const { batchName } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const batch = useQuery({
    ...getBatchOptions({ path: { batch_name: batchName } }),
    refetchInterval: ({ state }) => (state.data?.status === "running" ? RUNNING_MS : false),
  });
  // The first rows are on their way while the batch is asked for.
  usePrefetchQuery(
    listRecordsOptions({
      path: { batch_name: batchName },
      query: { ...queryOf(search), offset: 0, limit: PAGE_SIZE },
    }),
  );
  const { t: places } = useTranslation("places");
  const name = batch.data?.title ?? batchName;
  useDocumentTitle(`${places("results")}: ${name}`);

  if (batch.isPending) return <Loader size="sm" aria-label={t("loading")} />;
  if (batch.data === undefined) {
    return <ProblemNote error={batch.error} what={t("failed")} retry={() => batch.refetch()} />;
  }
  return (
    <ResultsView
      key={batchName}
      batch={batch.data}
      note={<UncalibratedNote batchName={batchName} />}
      search={search}
      onSearch={(change) =>
        void navigate({ search: () => readRecordsSearch({ ...change }), resetScroll: false })
      }
      onOpen={(filename) =>
        void navigate({ to: "/batches/$batchName/verify/$filename", params: { batchName, filename } })
      }
    />
  );
}
