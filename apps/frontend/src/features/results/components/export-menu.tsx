import { Button, Checkbox, Popover, Radio } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { BatchRead, ExportBatchData } from "@/api/gen/types.gen";
import { EXPORT_FORMATS, exportUrl } from "@/api/urls";
import { Icon } from "@/components/ui/icon";
import { useFormats } from "@/lib/format";

import { filterOf, isFiltered, type RecordsSearch } from "../api/records-search";

import classes from "./forms.module.css";

interface ExportMenuProps {
  batch: BatchRead;
  search: RecordsSearch;
  /** Cards that match the filter. */
  matching: number;
  /** Columns that are shown, in their order. */
  columns: readonly string[];
}

/** Says what the file will hold before it is made. */
export function ExportMenu({ batch, search, matching, columns }: ExportMenuProps) {
  const { t } = useTranslation("results");
  const formats = useFormats();
  const filtered = isFiltered(search);
  const [everything, setEverything] = useState(false);
  const [allColumns, setAllColumns] = useState(false);
  const [judged, setJudged] = useState(false);
  const onlyFilter = filtered && !everything;
  const rows = onlyFilter ? matching : batch.done + batch.failed;
  const asShown = columns.join("\n") === batch.fields.map(({ name }) => name).join("\n");
  const chosen = allColumns || asShown ? [] : [...columns];
  const query: Omit<ExportBatchData["query"], "format"> = {
    ...(onlyFilter && filterOf(search)),
    ...(judged && { review: "complete" }),
    ...(chosen.length > 0 && { columns: chosen }),
  };
  const count = chosen.length === 0 ? batch.fields.length : chosen.length;
  return (
    <Popover position="bottom-end" width={320} shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<Icon name="download" size={14} />}
          rightSection={<Icon name="chevron_down" size={14} />}
        >
          {t("export.button")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("export.label", { batch: batch.title })}>
        <div className={classes.form}>
          <p className={classes.note} role="status">
            {judged
              ? t("export.holds_judged", { fields: count })
              : t("export.holds", { count: rows, n: formats.number(rows), fields: count })}{" "}
            {!onlyFilter &&
              !judged &&
              t("export.open", { n: formats.number(batch.done + batch.failed - batch.reviewed) })}{" "}
            {t("export.json_holds")}
          </p>
          {filtered && (
            <Radio.Group
              size="xs"
              label={t("export.which")}
              value={everything ? "all" : "filter"}
              onChange={(value) => setEverything(value === "all")}
            >
              <Radio
                size="xs"
                mt={6}
                value="filter"
                label={t("export.filtered", { n: formats.number(matching) })}
              />
              <Radio
                size="xs"
                mt={6}
                value="all"
                label={t("export.all", { n: formats.number(batch.done + batch.failed) })}
              />
            </Radio.Group>
          )}
          {!asShown && (
            <Checkbox
              size="xs"
              label={t("export.all_columns")}
              checked={allColumns}
              onChange={(event) => setAllColumns(event.currentTarget.checked)}
            />
          )}
          <Checkbox
            size="xs"
            label={t("export.judged")}
            checked={judged}
            onChange={(event) => setJudged(event.currentTarget.checked)}
          />
          <ul className={classes.formats} aria-label={t("export.formats")}>
            {EXPORT_FORMATS.map((format) => (
              <li key={format}>
                <Button
                  component="a"
                  fullWidth
                  justify="space-between"
                  variant={format === "xlsx" ? "light" : "default"}
                  href={exportUrl(batch.name, format, query)}
                  download
                  rightSection={`.${format}`}
                >
                  {t(`export.as.${format}`)}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
