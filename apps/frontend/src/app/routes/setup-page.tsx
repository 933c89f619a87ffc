import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { getBatchOptions } from "@/api/gen/@tanstack/react-query.gen";
import { ProblemNote } from "@/components/ui/problem-note";
import { SetupView } from "@/features/setup/components/setup-view";
import { useDocumentTitle } from "@/lib/document-title";

const route = getRouteApi("/batches/$batchName/setup");
/** While the batch is read nothing can be changed; the place opens by itself when it is done. */
const WHILE_RUNNING = 2_000;

export function SetupPage() {
  const { t } = useTranslation("setup");
  const { batchName } = route.useParams();
  const { image = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const batch = useQuery({
    ...getBatchOptions({ path: { batch_name: batchName } }),
    refetchInterval: ({ state }) =>
      state.data?.status === "running" || state.data?.status === "cancelling" ? WHILE_RUNNING : false,
  });
  useDocumentTitle(batch.data === undefined ? t("title") : `${t("title")}: ${batch.data.title}`);

  if (batch.data === undefined) {
    return (
      <>
        <h1>{t("title")}</h1>
        {batch.isPending ? (
          <div role="status" aria-label={t("loading")}>
            <Skeleton height={360} />
          </div>
        ) : (
          <ProblemNote error={batch.error} what={t("load_failed")} retry={() => batch.refetch()} />
        )}
      </>
    );
  }
  return (
    <SetupView
      key={batchName}
      batch={batch.data}
      image={image}
      onImage={(next) => void navigate({ search: next > 1 ? { image: next } : {}, replace: true })}
    />
  );
}
