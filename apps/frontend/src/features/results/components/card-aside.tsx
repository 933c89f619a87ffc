import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { RecordRead } from "@/api/gen/types.gen";
import { CertaintySign } from "@/components/ui/certainty-sign";
import { SaidText } from "@/components/ui/said-text";
import { certaintyOf } from "@/lib/certainty";
import { useFormats } from "@/lib/format";
import { useSaid } from "@/lib/said";

import { scanUrl } from "../api/scan-url";

import { EvidenceCrop } from "./evidence-crop";
import classes from "./evidence.module.css";

interface CardAsideProps {
  record: RecordRead | undefined;
  field: string | undefined;
  onOpen: (filename: string) => void;
}

/** Beside the table on wide screens: the whole card, and the place of the focused value. */
export function CardAside({ record, field, onOpen }: CardAsideProps) {
  const { t } = useTranslation("results");
  const said = useSaid();
  const formats = useFormats();
  if (record === undefined) return <aside className={classes.aside} aria-label={t("aside.label")} />;
  const evidence = field === undefined ? undefined : record.evidence[field]?.[0];
  const image = evidence?.image ?? 0;
  const read = field === undefined ? null : (record.extracted[field] ?? null);
  const confidence = field === undefined ? undefined : record.confidence[field];
  return (
    <aside className={classes.aside} aria-label={t("aside.label")}>
      <div className={classes.asideHead}>
        <h2>{record.filename}</h2>
        <Button variant="default" onClick={() => onOpen(record.filename)}>
          {t("aside.verify")}
        </Button>
      </div>
      {record.success ? (
        <div className={classes.whole}>
          <img src={scanUrl(record.batch, record.images[image] ?? record.filename)} alt="" />
          {evidence !== undefined && <EvidenceBox box={evidence.box} />}
        </div>
      ) : (
        <p>
          <SaidText said={said.cause(record.cause, record.error)} />
        </p>
      )}
      {evidence !== undefined && <EvidenceCrop record={record} evidence={evidence} width={374} height={64} />}
      {field !== undefined && record.success && (
        <dl className={classes.facts}>
          <dt>{field}</dt>
          <dd>{record.data[field] ?? t("peek.blank")}</dd>
          <dt>{t("aside.read")}</dt>
          <dd>
            {read ?? t("peek.blank")}
            <CertaintySign certainty={certaintyOf({ value: read, confidence, verdict: undefined })} />
            {confidence !== undefined && formats.share(confidence)}
          </dd>
          <dt>{t("aside.verdict")}</dt>
          <dd>{t(`verdict.${record.review[field] ?? "none"}`)}</dd>
        </dl>
      )}
    </aside>
  );
}

function EvidenceBox({ box: [x, y, w, h] }: { box: readonly [number, number, number, number] }) {
  const percent = (part: number) => `${(part * 100).toFixed(2)}%`;
  return (
    <span
      className={classes.box}
      style={{ left: percent(x), top: percent(y), width: percent(w), height: percent(h) }}
    />
  );
}
