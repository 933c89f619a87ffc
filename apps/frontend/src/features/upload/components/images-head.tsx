import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useBatchCommand } from "@/api/batch-commands";
import type { BatchRead } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

import { type BatchUpload, totalsOf } from "../api/upload-state";

import classes from "./images-head.module.css";

/** How many cards there are, and the one step that follows. */
export function ImagesHead({ batch, upload }: { batch: BatchRead; upload: BatchUpload }) {
  const { t } = useTranslation("upload");
  const formats = useFormats();
  const navigate = useNavigate();
  const command = useBatchCommand(batch.name);
  const { busy } = totalsOf(upload);
  const params = { batchName: batch.name };
  const start = () =>
    command.mutate(
      { do: "start" },
      { onSuccess: () => void navigate({ to: "/batches/$batchName/run", params }) },
    );

  return (
    <>
      <div className={classes.head}>
        <h1>{t("title")}</h1>
        <span className={classes.count} role="status">
          {t("cards.count", { count: batch.total, n: formats.number(batch.total) })}
        </span>
        {busy && <span className={classes.note}>{t("next.wait")}</span>}
        <div className={classes.steps}>
          <NextStep batch={batch} busy={busy} starting={command.isPending} onStart={start} />
        </div>
      </div>
      {command.isError && <ProblemNote error={command.error} what={t("next.failed")} retry={start} />}
    </>
  );
}

interface NextStepProps {
  batch: BatchRead;
  busy: boolean;
  starting: boolean;
  onStart: () => void;
}

function NextStep({ batch, busy, starting, onStart }: NextStepProps) {
  const { t } = useTranslation("upload");
  if (batch.total === 0) return null;
  if (batch.status === "running" || batch.status === "cancelling")
    return <StepLink batch={batch} to="run" label={t("next.watch")} />;
  if (batch.fields.length === 0) return <StepLink batch={batch} to="setup" label={t("next.set_up")} />;
  if (batch.pending === 0) return <StepLink batch={batch} to="verify" label={t("next.verify")} />;
  return (
    <>
      {batch.status === "draft" && <StepLink batch={batch} to="setup" label={t("next.set_up")} quiet />}
      <Button leftSection={<Icon name="play" />} disabled={busy} loading={starting} onClick={onStart}>
        {t(batch.done + batch.failed > 0 ? "next.rest" : "next.read")}
      </Button>
    </>
  );
}

interface StepLinkProps {
  batch: BatchRead;
  to: "run" | "setup" | "verify";
  label: string;
  quiet?: boolean;
}

function StepLink({ batch, to, label, quiet = false }: StepLinkProps) {
  return (
    <Button
      variant={quiet ? "default" : "filled"}
      renderRoot={(props: object) => (
        <Link to={`/batches/$batchName/${to}`} params={{ batchName: batch.name }} {...props} />
      )}
    >
      {label}
    </Button>
  );
}
