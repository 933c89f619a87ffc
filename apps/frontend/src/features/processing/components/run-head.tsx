import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { useBatchCommand } from "@/api/batch-commands";
import type { BatchRead, BatchStatus } from "@/api/gen/types.gen";
import { ScansLeave } from "@/components/readers/scans-leave";
import { Icon, type IconName } from "@/components/ui/icon";
import { Tag, type Tone } from "@/components/ui/tag";
import { readersOf } from "@/lib/readers";

import type { Link as Connection } from "../api/batch-stream";
import { runStep } from "../api/run-step";

import { LinkNote } from "./link-note";
import classes from "./run-head.module.css";

const SIGNS: Record<BatchStatus, { tone: Tone; icon: IconName }> = {
  draft: { tone: "plain", icon: "draft" },
  running: { tone: "run", icon: "play" },
  cancelling: { tone: "mid", icon: "stop" },
  completed: { tone: "ok", icon: "check" },
  cancelled: { tone: "plain", icon: "stop" },
  paused: { tone: "mid", icon: "pause" },
  interrupted: { tone: "mid", icon: "warning" },
};

interface RunHeadProps {
  batch: BatchRead;
  link: Connection;
  command: ReturnType<typeof useBatchCommand>;
}

/** How the batch stands, and what can be done about it. The one filled button is the next step. */
export function RunHead({ batch, link, command }: RunHeadProps) {
  const { t } = useTranslation("processing");
  const busy = batch.status === "running" || batch.status === "cancelling";
  const step = runStep(batch);
  const read = batch.done + batch.failed > 0;
  const stopping = batch.status === "cancelling" || (command.isPending && command.variables.do === "cancel");
  return (
    <div className={classes.head}>
      <h1>{t("place")}</h1>
      <Tag tone={SIGNS[batch.status].tone} icon={SIGNS[batch.status].icon}>
        {t(`status.${batch.status}`)}
      </Tag>
      <span className={classes.reader}>
        {readersOf(batch)
          .map(({ engine, model }) => (engine === "local" ? t("reader.local") : (model ?? engine)))
          .join(" + ")}
      </span>
      <ScansLeave batch={batch} />
      {(busy || link === "lost" || link === "refused") && <LinkNote link={link} />}
      <div className={classes.tools}>
        {read && (
          <PlaceLink
            batchName={batch.name}
            to="results"
            look="default"
            label={t(busy || batch.pending > 0 ? "do.results" : "do.results_all")}
          />
        )}
        {batch.done > 0 && (
          <PlaceLink
            batchName={batch.name}
            to="verify"
            look={step === null ? "filled" : "default"}
            label={t(busy ? "do.verify_meanwhile" : "do.verify")}
          />
        )}
        {step !== null && (
          <Button
            leftSection={<Icon name="play" />}
            loading={command.isPending}
            onClick={() => command.mutate({ do: "start" })}
          >
            {t(`do.${step}`)}
          </Button>
        )}
        {busy && (
          <Button
            className={classes.cancel}
            variant="default"
            leftSection={<Icon name="stop" size={14} />}
            disabled={stopping}
            onClick={() => command.mutate({ do: "cancel" })}
          >
            {stopping ? t("stopping") : t("cancel")}
          </Button>
        )}
      </div>
    </div>
  );
}

interface PlaceLinkProps {
  batchName: string;
  to: "results" | "verify";
  look: "default" | "filled";
  label: string;
}

function PlaceLink({ batchName, to, look, label }: PlaceLinkProps) {
  return (
    <Button
      variant={look}
      renderRoot={(props: object) => (
        <Link to={`/batches/$batchName/${to}`} params={{ batchName }} {...props} />
      )}
    >
      {label}
    </Button>
  );
}
