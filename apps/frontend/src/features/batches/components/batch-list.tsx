import { Button, Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import panel from "@/components/ui/panel.module.css";
import { ProblemNote } from "@/components/ui/problem-note";

import type { Batches } from "../api/use-batches";

import classes from "./batch-list.module.css";
import { BatchRow } from "./batch-row";

interface BatchListProps {
  batches: Batches;
  /** What is shown where there is none at all, or none that fits the search. */
  empty: ReactNode;
  opened: string | undefined;
  onOpen: (batchName: string | undefined) => void;
  onAddImages: (batchName: string) => void;
  onDeleted: () => void;
  renderDetail: (batch: BatchRead) => ReactNode;
}

export function BatchList(props: BatchListProps) {
  const { batches, empty, opened, onOpen, onAddImages, onDeleted, renderDetail } = props;
  const { t } = useTranslation("batches");

  if (batches.isPending) {
    return (
      <div role="status" aria-label={t("loading")} className={classes.list}>
        {[0, 1, 2, 3].map((row) => (
          <div key={row} className={`${panel.panel} ${classes.placeholder}`}>
            <Skeleton height={60} />
          </div>
        ))}
      </div>
    );
  }
  if (batches.data === undefined) {
    return <ProblemNote error={batches.error} what={t("load_failed")} retry={() => batches.refetch()} />;
  }

  const found = batches.data.pages.flatMap((page) => page.items);
  return (
    <>
      {batches.isError && (
        <ProblemNote error={batches.error} what={t("stale")} retry={() => batches.refetch()} />
      )}
      {found.length === 0 ? (
        empty
      ) : (
        <section aria-label={t("list")} className={classes.list}>
          {found.map((batch) => (
            <BatchRow
              key={batch.name}
              batch={batch}
              open={batch.name === opened}
              onOpen={(open) => onOpen(open ? batch.name : undefined)}
              onAddImages={() => onAddImages(batch.name)}
              onDeleted={onDeleted}
            >
              {renderDetail(batch)}
            </BatchRow>
          ))}
        </section>
      )}
      {batches.hasNextPage && (
        <Button
          variant="default"
          className={classes.more}
          loading={batches.isFetchingNextPage}
          onClick={() => void batches.fetchNextPage()}
        >
          {t("show_more")}
        </Button>
      )}
    </>
  );
}
