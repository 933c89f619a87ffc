import { Button, Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import panel from "@/components/ui/panel.module.css";
import { ProblemNote } from "@/components/ui/problem-note";

import type { Batches } from "../api/use-batches";

import classes from "./batch-list.module.css";
import { BatchRow } from "./batch-row";

interface BatchListProps {
  batches: Batches;
  /** What is shown where there is none at all, or none that fits the search. */
  empty: ReactNode;
  onDeleted: () => void;
}

export function BatchList({ batches, empty, onDeleted }: BatchListProps) {
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
            <BatchRow key={batch.name} batch={batch} onDeleted={onDeleted} />
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
