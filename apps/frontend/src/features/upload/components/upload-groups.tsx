import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Icon, type IconName } from "@/components/ui/icon";
import { Meter } from "@/components/ui/meter";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

import type { BatchUpload, UploadGroup } from "../api/upload-queue";
import { totalsOf } from "../api/upload-state";

import classes from "./upload-groups.module.css";

const SIGNS: Record<UploadGroup["state"], IconName> = {
  waiting: "clock",
  sending: "upload",
  done: "check",
  failed: "warning",
};
/** Those that move or hurt come first, and a drawer of 50,000 makes no list of 500. */
const ORDER: readonly UploadGroup["state"][] = ["failed", "sending", "waiting", "done"];
const SHOWN = 6;

export function UploadGroups({ upload, onRetry }: { upload: BatchUpload; onRetry: () => void }) {
  const { t } = useTranslation("upload");
  const formats = useFormats();
  const totals = totalsOf(upload);
  const groups = ORDER.flatMap((state) => upload.groups.filter((group) => group.state === state));
  const firstFailed = groups.find((group) => group.state === "failed");

  return (
    <section className={classes.groups} aria-label={t("groups.label")}>
      <div className={classes.head}>
        <h3>{totals.busy ? t("groups.uploading") : t("groups.arrived")}</h3>
        {totals.failed > 0 && (
          <Button variant="default" leftSection={<Icon name="refresh" />} onClick={onRetry}>
            {t("groups.retry", { count: totals.failed, n: formats.number(totals.failed) })}
          </Button>
        )}
      </div>
      <div className={classes.sum}>
        <Meter
          label={t("groups.label")}
          text={t("groups.sum_text", {
            done: formats.number(totals.filesDone),
            files: formats.number(totals.files),
          })}
          whole={Math.max(1, totals.bytes)}
          shares={[{ kind: "read", value: totals.sent }]}
        />
        <p className={classes.figures} role="status">
          <span>{t("groups.stored", { count: upload.stored, n: formats.number(upload.stored) })}</span>
          <span>
            {t("groups.bytes", { sent: formats.bytes(totals.sent), all: formats.bytes(totals.bytes) })}
          </span>
        </p>
      </div>
      {firstFailed !== undefined && <ProblemNote error={firstFailed.error} what={t("groups.failed")} />}
      <ul className={classes.list}>
        {groups.slice(0, SHOWN).map((group) => (
          <GroupRow key={group.id} group={group} />
        ))}
      </ul>
      {groups.length > SHOWN && (
        <p className={classes.rest}>
          {t("groups.rest", { count: groups.length - SHOWN, n: formats.number(groups.length - SHOWN) })}
        </p>
      )}
    </section>
  );
}

function GroupRow({ group }: { group: UploadGroup }) {
  const { t } = useTranslation("upload");
  const formats = useFormats();
  return (
    <li className={classes.group} data-state={group.state}>
      <Icon name={SIGNS[group.state]} />
      <span className={classes.name}>
        {group.count === 1
          ? group.first
          : t("groups.from", { first: group.first, n: formats.number(group.count) })}
      </span>
      <Meter
        whole={Math.max(1, group.bytes)}
        shares={[{ kind: group.state === "done" ? "verified" : "read", value: group.sent }]}
      />
      <span className={classes.state}>
        {group.state === "sending"
          ? formats.percent(group.sent, group.bytes)
          : t(`groups.state.${group.state}`)}
      </span>
    </li>
  );
}
