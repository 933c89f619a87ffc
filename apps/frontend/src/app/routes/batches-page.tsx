import { Button } from "@mantine/core";
import { lazy, useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "@/components/ui/icon";
import { Part } from "@/components/ui/part";
import { useBatches } from "@/features/batches/api/use-batches";
import { BatchList } from "@/features/batches/components/batch-list";
import { BatchSearch } from "@/features/batches/components/batch-search";
import { EmptyBatches, NoMatch } from "@/features/batches/components/empty-batches";
import type { Chosen } from "@/features/upload/api/dropped-files";
import { usePageDrop } from "@/features/upload/api/use-page-drop";
import { useDocumentTitle } from "@/lib/document-title";
import { useFormats } from "@/lib/format";

import { BatchDetail } from "./batch-detail";
import classes from "./batches-page.module.css";
import type { BatchesView } from "./batches-view";

const BatchPanel = lazy(async () => ({ default: (await import("./batch-panel")).BatchPanel }));

interface BatchesPageProps {
  view: BatchesView;
  onView: (change: BatchesView, replace?: boolean) => void;
}

/** From scans to a table on one page: the drawers, a panel that takes new scans in, and what is read of them. */
export function BatchesPage({ view, onView }: BatchesPageProps) {
  const { t } = useTranslation("batches");
  const formats = useFormats();
  const batches = useBatches(view.q ?? "");
  const heading = useRef<HTMLHeadingElement>(null);
  const [dropped, setDropped] = useState<Chosen | null>(null);

  useDocumentTitle(t("title"));

  const openNew = useCallback(
    (files: Chosen | null) => {
      setDropped(files);
      onView({ panel: "new", batch: undefined });
    },
    [onView],
  );
  usePageDrop(openNew);

  const pages = batches.data?.pages;
  const total = pages?.at(-1)?.total ?? 0;
  const searching = (view.q ?? "") !== "";
  const empty = searching ? (
    <NoMatch q={view.q ?? ""} onClear={() => onView({ q: undefined })} />
  ) : (
    <EmptyBatches onNew={() => openNew(null)} />
  );

  return (
    <>
      <div className={classes.head}>
        <h1 ref={heading} tabIndex={-1} className={classes.title}>
          {t("title")}
        </h1>
        {total > 0 && (
          <span className={classes.count}>{t("total", { count: total, n: formats.number(total) })}</span>
        )}
        <div className={classes.tools}>
          {(total > 0 || searching) && (
            <BatchSearch q={view.q ?? ""} onSearch={(q) => onView({ q: q === "" ? undefined : q }, true)} />
          )}
          <Button leftSection={<Icon name="plus" />} onClick={() => openNew(null)}>
            {t("new")}
          </Button>
        </div>
      </div>
      <BatchList
        batches={batches}
        empty={empty}
        opened={view.panel === undefined ? view.batch : undefined}
        onOpen={(batch) => onView({ batch, panel: undefined })}
        onAddImages={(batch) => onView({ batch, panel: "images" })}
        onDeleted={() => {
          onView({ batch: undefined }, true);
          heading.current?.focus();
        }}
        renderDetail={(batch) => <BatchDetail batch={batch} />}
      />
      {view.panel !== undefined && (
        <Part key={view.panel}>
          <BatchPanel
            batchName={view.panel === "images" ? view.batch : undefined}
            first={dropped}
            onCreated={(batch) => onView({ panel: "images", batch: batch.name }, true)}
            onStarted={(batchName) => onView({ panel: undefined, batch: batchName })}
            onClose={() => onView({ panel: undefined, batch: undefined })}
          />
        </Part>
      )}
    </>
  );
}
