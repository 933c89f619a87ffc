import { NativeSelect, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { Meter } from "@/components/ui/meter";
import { useFormats } from "@/lib/format";

import type { Queue } from "../api/queue";
import { type QueueView, SHOWS } from "../api/queue-view";
import { useDiffering } from "../api/use-differing";
import type { WorkDesk } from "../api/use-work";

import classes from "./verify-head.module.css";

const ORDERS = ["doubt", "card"] as const;

interface VerifyHeadProps {
  batch: BatchRead;
  view: QueueView;
  onView: (change: Partial<QueueView>) => void;
  queue: Queue | null;
  work: WorkDesk;
}

/** Which cards in which order, how far, how fast, and whether all is saved: always in the same place. */
export function VerifyHead({ batch, view, onView, queue, work }: VerifyHeadProps) {
  const { t } = useTranslation("verify");
  const formats = useFormats();
  const whole = batch.done + batch.failed;
  const left = queue?.total ?? 0;
  const differing = useDiffering(batch.name, view.show === "differ" ? left : null);
  return (
    <div className={classes.head}>
      <VisuallyHidden component="h1">{t("heading", { batch: batch.title })}</VisuallyHidden>
      <NativeSelect
        aria-label={t("order.label")}
        value={view.order}
        onChange={(event) => onView({ order: event.currentTarget.value === "card" ? "card" : "doubt" })}
        data={ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))}
        size="xs"
      />
      <NativeSelect
        aria-label={t("show.label")}
        value={view.show}
        onChange={(event) =>
          onView({ show: SHOWS.find((show) => show === event.currentTarget.value) ?? "open" })
        }
        data={SHOWS.filter((value) => value !== "differ" || differing > 0 || view.show === value).map(
          (value) => ({
            value,
            label:
              value === "differ" ? t("show.differ", { n: formats.number(differing) }) : t(`show.${value}`),
          }),
        )}
        size="xs"
      />
      <NativeSelect
        aria-label={t("pass.label")}
        value={view.field ?? ""}
        onChange={(event) => onView({ field: event.currentTarget.value || undefined })}
        data={[
          { value: "", label: t("pass.all") },
          ...batch.fields.map(({ name }) => ({
            value: name,
            label: t("pass.field", { field: name }),
          })),
        ]}
        size="xs"
        className={classes.pass}
      />
      <span className={classes.done}>
        {t("done_of", { n: formats.number(batch.reviewed), all: formats.number(whole) })}
      </span>
      <div className={classes.meter}>
        <Meter
          shares={[{ value: batch.reviewed, kind: "verified" }]}
          whole={whole}
          label={t("progress")}
          text={formats.percent(batch.reviewed, whole)}
        />
      </div>
      <span className={classes.quiet}>{t("left", { count: left, n: formats.number(left) })}</span>
      {work.perHour !== null && (
        <span className={classes.pace}>
          {t("pace", { n: formats.number(Math.round(work.perHour)) })}
          <span className={classes.quiet}>
            {t("time_left", { time: formats.duration((left / work.perHour) * 3600) })}
          </span>
        </span>
      )}
      <SaveState work={work} />
    </div>
  );
}

function SaveState({ work }: { work: WorkDesk }) {
  const { t } = useTranslation("verify");
  const state = stateOf(work);
  const icon = { trouble: "warning", saving: "refresh", typed: "draft", saved: "check" } as const;
  return (
    <span className={classes.saved} data-state={state} role="status">
      <Icon name={icon[state]} />
      {t(`save.${state}`)}
    </span>
  );
}

function stateOf(work: WorkDesk): "trouble" | "saving" | "typed" | "saved" {
  if (work.troubled.length > 0) return "trouble";
  if (work.waiting > 0) return "saving";
  return work.unsaved.size > 0 ? "typed" : "saved";
}
