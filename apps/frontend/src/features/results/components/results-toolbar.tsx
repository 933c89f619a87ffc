import { ActionIcon, Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Icon } from "@/components/ui/icon";
import { useFormats } from "@/lib/format";

import { isFiltered } from "../api/records-search";

import { ColumnsMenu } from "./columns-menu";
import { ExportMenu } from "./export-menu";
import { FilterBar } from "./filter-bar";
import classes from "./results-toolbar.module.css";
import type { Results, ResultsProps } from "./use-results";

export function ResultsToolbar({
  batch,
  search,
  onSearch,
  onOpen,
  results,
}: ResultsProps & { results: Results }) {
  const { t } = useTranslation("results");
  const formats = useFormats();
  const { total, pages, undoing, commands } = results;
  const all = batch.done + batch.failed;
  const first = pages.recordAt(Math.max(0, results.state.row)) ?? pages.recordAt(0);
  return (
    <div className={classes.bar} role="group" aria-label={t("toolbar")}>
      <FilterBar search={search} fields={batch.fields} onSearch={onSearch} />
      {pages.total !== undefined && (
        <span className={classes.count} role="status">
          {isFiltered(search)
            ? t("count.some", { shown: formats.number(total), count: all, all: formats.number(all) })
            : t("count.all", { count: all, all: formats.number(total) })}
        </span>
      )}
      <div className={classes.end}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t("undo.undo")}
          title={t("undo.undo_keys")}
          disabled={!undoing.canUndo}
          onClick={commands.undo}
        >
          <Icon name="undo" />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t("undo.redo")}
          title={t("undo.redo_keys")}
          disabled={!undoing.canRedo}
          onClick={commands.redo}
        >
          <Icon name="redo" />
        </ActionIcon>
        <ColumnsMenu fields={batch.fields} layout={results.layout} onLayout={results.changeLayout} />
        <ExportMenu
          batch={batch}
          search={search}
          matching={total}
          columns={results.columns.map(({ name }) => name)}
        />
        <Button disabled={first === undefined} onClick={() => first !== undefined && onOpen(first.filename)}>
          {t("verify")}
        </Button>
      </div>
    </div>
  );
}
