import { useTranslation } from "react-i18next";

import type { QueueItem } from "@/api/gen/types.gen";
import { CertaintySign } from "@/components/ui/certainty-sign";
import { Icon } from "@/components/ui/icon";
import { Scan } from "@/components/ui/scan";
import { certaintyOf } from "@/lib/certainty";
import { useFormats } from "@/lib/format";

import { placeIn, type Queue } from "../api/queue";

import classes from "./queue-strip.module.css";

interface QueueStripProps {
  queue: Queue;
  filename: string;
  /** Cards with something that is not saved. */
  unsaved: ReadonlySet<string>;
  onCard: (filename: string) => void;
}

const BEFORE = 2;
const AFTER = 9;

/** Two cards back, and those that come, each with what is least certain on it. */
export function QueueStrip({ queue, filename, unsaved, onCard }: QueueStripProps) {
  const { t } = useTranslation("verify");
  const here = placeIn(queue, filename);
  const from = Math.max(0, here - BEFORE);
  return (
    <ol className={classes.strip} aria-label={t("coming")}>
      {queue.items.slice(from, here + AFTER).map((item) => (
        <li key={item.filename} className={classes.item}>
          <button
            type="button"
            className={classes.card}
            tabIndex={-1}
            aria-current={item.filename === filename ? "true" : undefined}
            onClick={() => onCard(item.filename)}
          >
            <Scan src={item.thumbnail_url} width={92} height={56} />
            <span className={classes.label}>
              <Sign item={item} unsaved={unsaved.has(item.filename)} />
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function Sign({ item, unsaved }: { item: QueueItem; unsaved: boolean }) {
  const { t } = useTranslation("verify");
  const formats = useFormats();
  if (unsaved) {
    return (
      <span className={classes.unsaved}>
        <Labelled icon={<Icon name="draft" size={14} />} text={t("unsaved")} />
      </span>
    );
  }
  if (item.flag !== null) return <Labelled icon={<Icon name="flag" size={14} />} text={item.filename} />;
  if (item.review === "complete")
    return <Labelled icon={<CertaintySign certainty="verified" />} text={t("verified")} />;
  if (item.status === "failed")
    return <Labelled icon={<Icon name="warning" size={14} />} text={t("failed")} />;
  const { confidence, field } = item;
  // Only blanks are left open on it.
  if (field === null) return <Labelled icon={null} text={item.filename} />;
  const figure = confidence === null ? "" : formats.share(confidence);
  const certainty = certaintyOf({ value: item.blank ? null : field, confidence, verdict: null });
  return <Labelled icon={<CertaintySign certainty={certainty} />} text={`${figure} ${field}`} />;
}

function Labelled({ icon, text }: { icon: React.ReactNode; text: string }) {
  return (
    <>
      {icon}
      <span className={classes.text}>{text}</span>
    </>
  );
}
