import { Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { listRecordsOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { BatchRead } from "@/api/gen/types.gen";
import { ExportLinks } from "@/components/ui/export-links";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

import { CertaintyLegend } from "./certainty-legend";
import classes from "./records-preview.module.css";
import { RecordsTable } from "./records-table";

const FIRST = 20;

/** The first records of a batch as they would leave it, and the ways out. */
export function RecordsPreview({ batch }: { batch: BatchRead }) {
  const { t } = useTranslation("results");
  const formats = useFormats();
  const records = useQuery({
    ...listRecordsOptions({ path: { batch_name: batch.name }, query: { offset: 0, limit: FIRST } }),
    placeholderData: keepPreviousData,
  });

  return (
    <section className={classes.preview} aria-label={t("title", { batch: batch.title })}>
      <div className={classes.head}>
        <h3>{t("heading")}</h3>
        {records.data !== undefined && (
          <span className={classes.count}>
            {t("shown", {
              shown: formats.number(records.data.items.length),
              total: formats.number(records.data.total),
            })}
          </span>
        )}
        <ExportLinks batch={batch} />
      </div>
      {records.isPending && (
        <div role="status" aria-label={t("loading")} className={classes.loading}>
          {[0, 1, 2].map((row) => (
            <Skeleton key={row} height={28} />
          ))}
        </div>
      )}
      {records.isError && (
        <ProblemNote error={records.error} what={t("failed")} retry={() => records.refetch()} />
      )}
      {records.data?.items.length === 0 && <p className={classes.none}>{t("none")}</p>}
      {records.data !== undefined && records.data.items.length > 0 && (
        <>
          <RecordsTable fields={batch.fields} records={records.data.items} label={t("heading")} />
          <CertaintyLegend />
        </>
      )}
    </section>
  );
}
