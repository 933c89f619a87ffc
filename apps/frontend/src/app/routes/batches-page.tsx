import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
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

import classes from "./batches-page.module.css";
import type { BatchesView } from "./batches-view";

const NewBatchPanel = lazy(async () => ({ default: (await import("./new-batch-panel")).NewBatchPanel }));

interface BatchesPageProps {
  view: BatchesView;
  onView: (change: BatchesView, replace?: boolean) => void;
}

/** Every drawer with how it stands and its next step, and the way to a new one. */
export function BatchesPage({ view, onView }: BatchesPageProps) {
  const { t } = useTranslation("batches");
  const formats = useFormats();
  const navigate = useNavigate();
  const batches = useBatches(view.q ?? "");
  const heading = useRef<HTMLHeadingElement>(null);
  const [dropped, setDropped] = useState<Chosen | null>(null);

  useDocumentTitle(t("title"));

  const openNew = useCallback(
    (files: Chosen | null) => {
      setDropped(files);
      onView({ panel: "new" });
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
      <BatchList batches={batches} empty={empty} onDeleted={() => heading.current?.focus()} />
      {view.panel === "new" && (
        <Part>
          <NewBatchPanel
            first={dropped}
            onCreated={(batch) =>
              void navigate({
                to: "/batches/$batchName/images",
                params: { batchName: batch.name },
                replace: true,
              })
            }
            onClose={() => onView({ panel: undefined })}
          />
        </Part>
      )}
    </>
  );
}
