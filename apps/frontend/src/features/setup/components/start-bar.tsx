import { Button, Checkbox } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { ProblemNote } from "@/components/ui/problem-note";
import { SaveNote } from "@/components/ui/save-note";
import { useFormats } from "@/lib/format";
import type { KeptDraft } from "@/lib/kept-draft";

import { isSetupReady, type Setup } from "../api/setup-draft";
import { useBlindModels } from "../api/use-blind-models";
import { isBusy } from "../api/use-setup";
import { useStart } from "../api/use-start";

import classes from "./start-bar.module.css";

/** At the foot: whether all is saved, what waits, and the one next step. */
export function StartBar({ batch, kept }: { batch: BatchRead; kept: KeptDraft<Setup> }) {
  const { t } = useTranslation("setup");
  const formats = useFormats();
  const navigate = useNavigate();
  const params = { batchName: batch.name };
  const start = useStart(batch.name, () => void navigate({ to: "/batches/$batchName/run", params }));
  const read = batch.done + batch.failed;
  const anew = batch.pending === 0 && read > 0;
  const named = kept.content.draft.fields.length > 0;
  const blind = useBlindModels(kept.content);
  const [warned, setWarned] = useState("");
  const held = blind.length > 0 && warned !== blind.join();
  const able =
    named &&
    !held &&
    isSetupReady(kept.content) &&
    batch.total > 0 &&
    (kept.state === "saved" || kept.state === "waiting" || kept.state === "saving");
  const reason = () => {
    if (batch.total === 0) return t("start.no_images");
    if (!named) return t("start.no_fields");
    if (anew) return t("start.all_read", { count: read, n: formats.number(read) });
    return t("start.waiting", { count: batch.pending, n: formats.number(batch.pending) });
  };
  return (
    <div className={classes.foot}>
      {start.isError && <ProblemNote error={start.error} what={t("start.failed")} />}
      {blind.length > 0 && !isBusy(batch) && (
        <div className={classes.blind} role="alert">
          <Icon name="warning" />
          <span>{t("start.blind", { count: blind.length, models: blind.join(", ") })}</span>
          <Checkbox
            size="xs"
            label={t("start.all_the_same")}
            checked={!held}
            onChange={(event) => setWarned(event.currentTarget.checked ? blind.join() : "")}
          />
        </div>
      )}
      <div className={classes.bar}>
        <SaveNote kept={kept} />
        <span className={classes.count}>{reason()}</span>
        {anew && !isBusy(batch) && kept.content.options.second !== null && (
          <Button
            variant="default"
            size="sm"
            disabled={!able}
            loading={start.isPending}
            onClick={() => start.mutate({ anew: false, flush: kept.flush })}
          >
            {t(Array.isArray(kept.content.options.second) ? "start.further" : "start.second")}
          </Button>
        )}
        {isBusy(batch) ? (
          <Button
            size="sm"
            fz="md"
            renderRoot={(props) => <Link to="/batches/$batchName/run" params={params} {...props} />}
          >
            {t("start.watch")}
          </Button>
        ) : batch.total === 0 ? (
          <Button
            size="sm"
            fz="md"
            leftSection={<Icon name="upload" />}
            renderRoot={(props) => <Link to="/batches/$batchName/images" params={params} {...props} />}
          >
            {t("start.images")}
          </Button>
        ) : (
          <Button
            size="sm"
            fz="md"
            leftSection={<Icon name={anew ? "refresh" : "play"} />}
            disabled={!able}
            loading={start.isPending}
            onClick={() => start.mutate({ anew, flush: kept.flush })}
          >
            {anew ? t("start.anew") : t("start.go")}
          </Button>
        )}
      </div>
    </div>
  );
}
