import { Button, Loader } from "@mantine/core";
import { useHotkeys, useMediaQuery } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { ProblemNote } from "@/components/ui/problem-note";

import { isFiltered } from "../api/records-search";

import { BulkNews } from "./bulk-news";
import { CardAside } from "./card-aside";
import { CellPeek } from "./cell-peek";
import { RecordsGrid } from "./records-grid";
import { ResultsFoot } from "./results-foot";
import { ResultsToolbar } from "./results-toolbar";
import classes from "./results-view.module.css";
import { type ResultsProps, useResults } from "./use-results";

/** The table of all records of a batch, and what can be done to them. */
export function ResultsView({ note, ...props }: ResultsProps & { note?: ReactNode }) {
  const { batch, search, onSearch } = props;
  const { t } = useTranslation("results");
  const results = useResults(props);
  const wide = useMediaQuery("(min-width: 1600px)", false, { getInitialValueInEffect: false });
  const { pages, total, commands, undoing } = results;
  useHotkeys(
    [
      ["mod+Z", commands.undo],
      ["mod+shift+Z", commands.redo],
      ["mod+Y", commands.redo],
    ],
    ["INPUT", "TEXTAREA", "SELECT"],
  );

  return (
    <section className={classes.view} data-place="full" aria-label={t("title", { batch: batch.title })}>
      <h1 className={classes.hidden}>{t("title", { batch: batch.title })}</h1>
      <ResultsToolbar {...props} results={results} />
      {undoing.trouble !== null && (
        <ProblemNote
          error={undoing.trouble.error}
          what={t("bulk.failed")}
          retry={undoing.trouble.again}
          dismiss={undoing.dismiss}
        />
      )}
      {undoing.news !== null && <BulkNews news={undoing.news} undoing={undoing} onUndo={commands.undo} />}
      {pages.failed !== undefined && (
        <ProblemNote
          error={pages.failed.error}
          what={t("failed")}
          retry={() => void pages.failed?.refetch()}
        />
      )}
      {total > 0 && note}
      <div className={classes.main}>
        {pages.total === undefined && pages.failed === undefined && (
          <div className={classes.empty} role="status">
            <Loader size="sm" aria-hidden="true" />
            {t("loading")}
          </div>
        )}
        {pages.isFresh && total === 0 && (
          <div className={classes.empty}>
            <p>{isFiltered(search) ? t("nothing_matches") : t("none")}</p>
            {!isFiltered(search) && (
              <Link to="/batches/$batchName/run" params={{ batchName: batch.name }}>
                {t("to_run")}
              </Link>
            )}
            {isFiltered(search) && (
              <Button variant="default" onClick={() => onSearch({ sort: search.sort, order: search.order })}>
                {t("filter.clear")}
              </Button>
            )}
          </div>
        )}
        {total > 0 && (
          <RecordsGrid
            label={t("title", { batch: batch.title })}
            total={total}
            columns={results.columns}
            fields={results.fields}
            search={search}
            state={results.state}
            selection={results.selection}
            saves={results.saves}
            recordAt={pages.recordAt}
            commands={commands}
            onWindow={results.onWindow}
            peek={(place) =>
              results.record !== undefined &&
              results.field !== undefined && (
                <CellPeek
                  place={place}
                  record={results.record}
                  field={results.field}
                  draft={results.state.editing?.draft ?? null}
                  definition={results.fields.get(results.field)}
                  crop={!wide}
                  save={results.save}
                  onAgain={results.again}
                  onDrop={results.drop}
                />
              )
            }
          />
        )}
        {wide && total > 0 && (
          <CardAside record={results.record} field={results.field} onOpen={commands.open} />
        )}
      </div>
      <ResultsFoot results={results} />
    </section>
  );
}
