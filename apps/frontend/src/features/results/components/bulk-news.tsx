import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Icon } from "@/components/ui/icon";
import { useFormats } from "@/lib/format";

import type { BulkNews as News, useUndo } from "../api/use-undo";

import classes from "./bulk-news.module.css";

interface BulkNewsProps {
  news: News;
  undoing: ReturnType<typeof useUndo>;
  onUndo: () => void;
}

const NAMED = 5;

/** What a change of many did, and which cards it left out and why. It stays until it is closed. */
export function BulkNews({ news: { what, report }, undoing, onUndo }: BulkNewsProps) {
  const { t } = useTranslation("results");
  const formats = useFormats();
  const n = (value: number) => ({ count: value, n: formats.number(value) });
  const named = report.left_out.slice(0, NAMED);
  const more = report.left_out_total - named.length;
  return (
    <div className={classes.news} role="status">
      <Icon name="check" size={14} />
      <p>
        <strong>{t(`bulk.${what}`, n(report.changed))}</strong>{" "}
        {report.unchanged > 0 && t("bulk.unchanged", n(report.unchanged))}{" "}
        {report.left_out_total > 0 && (
          <>
            {t("bulk.left_out", n(report.left_out_total))}{" "}
            {named
              .map(({ filename, code, fields }) =>
                [filename, fields.join(", "), t(`bulk.why.${code}`)].filter(Boolean).join(": "),
              )
              .join("; ")}
            {more > 0 && ` ${t("bulk.more", n(more))}`}
          </>
        )}
      </p>
      {what === "changed" && report.id !== null && undoing.canUndo && (
        <Button variant="default" size="compact-sm" onClick={onUndo}>
          {t("undo.undo")}
        </Button>
      )}
      <Button variant="subtle" size="compact-sm" onClick={undoing.dismiss}>
        {t("bulk.close")}
      </Button>
    </div>
  );
}
