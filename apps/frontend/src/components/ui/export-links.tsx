import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import { EXPORT_FORMATS, exportUrl } from "@/api/urls";

import classes from "./export-links.module.css";
import { Icon } from "./icon";

/** Plain links to the files; the browser does the rest. */
export function ExportLinks({ batch }: { batch: Pick<BatchRead, "name" | "title"> }) {
  const { t } = useTranslation("results");
  return (
    <ul className={classes.links} aria-label={t("export.label", { batch: batch.title })}>
      {EXPORT_FORMATS.map((format) => (
        <li key={format}>
          <Button
            component="a"
            href={exportUrl(batch.name, format)}
            download
            variant={format === "csv" ? "light" : "default"}
            leftSection={<Icon name="download" size={14} />}
          >
            {t(`export.${format}`)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
