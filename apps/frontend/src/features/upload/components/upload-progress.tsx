import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Icon, type IconName } from "@/components/ui/icon";
import { Meter } from "@/components/ui/meter";
import panel from "@/components/ui/panel.module.css";
import { ProblemNote } from "@/components/ui/problem-note";
import { VirtualList } from "@/components/ui/virtual-list";
import { useFormats } from "@/lib/format";

import type { UploadQueue } from "../api/upload-queue";
import { type BatchUpload, filesOf, type FileState, totalsOf } from "../api/upload-state";

import classes from "./upload-progress.module.css";

const SIGNS: Record<FileState, IconName> = {
  waiting: "clock",
  sending: "upload",
  stored: "check",
  skipped: "check",
  rejected: "warning",
  failed: "warning",
};
const ROW = 28;

interface UploadProgressProps {
  batchName: string;
  upload: BatchUpload;
  queue: UploadQueue;
}

/** Each file of this tab's uploads with its state; those that failed or move stand first. */
export function UploadProgress({ batchName, upload, queue }: UploadProgressProps) {
  const { t } = useTranslation("upload");
  const formats = useFormats();
  const totals = totalsOf(upload);
  const files = filesOf(upload);
  const firstFailed = upload.groups.find((group) => group.state === "failed");

  return (
    <section className={`${panel.panel} ${classes.progress}`} aria-label={t("queue.label")}>
      <div className={classes.head}>
        <h2>{t(`queue.${headingOf(upload)}`)}</h2>
        <Buttons batchName={batchName} upload={upload} queue={queue} />
      </div>
      <div className={classes.sum}>
        <Meter
          label={t("queue.label")}
          text={t("queue.sum_text", {
            done: formats.number(totals.filesDone),
            files: formats.number(totals.files),
          })}
          whole={Math.max(1, totals.bytes)}
          shares={[{ kind: "read", value: totals.sent }]}
        />
        <p className={classes.figures}>
          {upload.comparing === null ? (
            <span>
              {t("queue.files", {
                done: formats.number(totals.filesDone),
                files: formats.number(totals.files),
              })}
            </span>
          ) : (
            <span>
              {t("queue.checking_n", {
                done: formats.number(upload.comparing.done),
                all: formats.number(upload.comparing.all),
              })}
            </span>
          )}
          {totals.bytes > 0 && (
            <span>
              {t("queue.bytes", { sent: formats.bytes(totals.sent), all: formats.bytes(totals.bytes) })}
            </span>
          )}
        </p>
      </div>
      {firstFailed !== undefined && (
        <div className={classes.failed}>
          <ProblemNote error={firstFailed.error} what={t("queue.failed")} />
          <Button
            variant="default"
            leftSection={<Icon name="refresh" />}
            onClick={() => queue.retry(batchName)}
          >
            {t("queue.retry", { count: totals.failed, n: formats.number(totals.failed) })}
          </Button>
        </div>
      )}
      <VirtualList
        label={t("queue.list")}
        length={files.length}
        row={ROW}
        shown={7}
        render={(place) => <FileRow file={files.at(place)} />}
      />
    </section>
  );
}

function headingOf(upload: BatchUpload): "checking" | "paused" | "uploading" | "broken" | "arrived" {
  const { busy, failed } = totalsOf(upload);
  if (upload.comparing !== null) return "checking";
  if (busy) return upload.paused ? "paused" : "uploading";
  return failed > 0 ? "broken" : "arrived";
}

function Buttons({ batchName, upload, queue }: UploadProgressProps) {
  const { t } = useTranslation("upload");
  const { busy } = totalsOf(upload);
  if (!busy) {
    return (
      <Button variant="subtle" color="gray" onClick={() => queue.drop(batchName)}>
        {t("queue.clear")}
      </Button>
    );
  }
  return (
    <div className={classes.buttons}>
      {upload.paused ? (
        <Button
          variant="default"
          leftSection={<Icon name="play" size={14} />}
          onClick={() => queue.resume(batchName)}
        >
          {t("queue.resume")}
        </Button>
      ) : (
        <Button
          variant="default"
          leftSection={<Icon name="pause" size={14} />}
          onClick={() => queue.pause(batchName)}
        >
          {t("queue.pause")}
        </Button>
      )}
      <Button variant="default" className={classes.cancel} onClick={() => queue.cancel(batchName)}>
        {t("queue.cancel")}
      </Button>
    </div>
  );
}

function FileRow({ file }: { file: { name: string; state: FileState } | null }) {
  const { t } = useTranslation("upload");
  if (file === null) return null;
  return (
    <div className={classes.file} data-state={file.state}>
      <Icon name={SIGNS[file.state]} size={14} />
      <span className={classes.name} title={file.name}>
        {file.name}
      </span>
      <span className={classes.state}>{t(`queue.state.${file.state}`)}</span>
    </div>
  );
}
