import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { BatchRead, TryReport, TryRequest } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import panel from "@/components/ui/panel.module.css";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";
import { isProblem } from "@/lib/problem";

import { useTrial } from "../api/use-trial";

import { TrialCards } from "./trial-cards";
import classes from "./trial-panel.module.css";
import { TrialTabs } from "./trial-tabs";

interface TrialPanelProps {
  batch: BatchRead;
  /** Null: the set-up lacks something, and cannot be tried. */
  wanted: TryRequest | null;
  active: string | null;
  onActive: (field: string | null) => void;
  /** Which image is looked at where none was tried, counted from 1. */
  image: number;
  onImage: (image: number) => void;
}

/** A card beside the set-up, and what the set-up makes of three of them. */
export function TrialPanel({ batch, wanted, active, onActive, image, onImage }: TrialPanelProps) {
  const { t } = useTranslation("setup");
  const formats = useFormats();
  const trial = useTrial(batch.name);
  /** Which of the tried cards is shown; null: the card that is leafed to. */
  const [chosen, setChosen] = useState<number | null>(null);
  const { report } = trial;

  const begin = (filenames?: string[]) => {
    if (wanted === null) return;
    trial.run(filenames === undefined ? wanted : { ...wanted, filenames }, () => setChosen(0));
  };
  const sentence = (done: TryReport) =>
    t("try.done", { count: done.cards.length, seconds: formats.seconds(done.duration) });
  const again = report?.cards.map((card) => card.filename);
  const changed =
    report !== undefined && JSON.stringify(withoutNames(trial.wanted)) !== JSON.stringify(wanted);
  const said = trial.pending
    ? t("try.pending")
    : report === undefined
      ? t("try.hint")
      : `${sentence(report)}${changed ? `. ${t("try.changed")}` : ""}`;
  const shown = chosen === null ? undefined : report?.cards[chosen];

  return (
    <section className={`${panel.panel} ${classes.panel}`} aria-label={t("try.title")}>
      <div className={classes.head}>
        <h2>{t("try.title")}</h2>
        {report !== undefined && <TrialTabs cards={report.cards} chosen={chosen} onChoose={setChosen} />}
        <div className={classes.tools}>
          {trial.pending ? (
            <Button variant="default" leftSection={<Icon name="stop" size={14} />} onClick={trial.stop}>
              {t("try.stop")}
            </Button>
          ) : (
            <Button
              variant="light"
              leftSection={<Icon name={report === undefined ? "eye" : "refresh"} size={14} />}
              disabled={wanted === null || batch.total === 0}
              onClick={() => begin(again)}
            >
              {report === undefined
                ? t("try.start", { count: batch.total === 0 ? 3 : Math.min(3, batch.total) })
                : t("try.again")}
            </Button>
          )}
        </div>
      </div>
      <p className={classes.note} role="status">
        {batch.total > 0 && said}
      </p>
      {trial.error !== null && (
        <div className={classes.problem}>
          <ProblemNote
            error={trial.error}
            what={t("try.failed")}
            retry={() => begin(isGone(trial.error) ? undefined : again)}
          />
        </div>
      )}
      {batch.total === 0 ? (
        <p className={classes.empty}>{t("try.no_images")}</p>
      ) : (
        <TrialCards
          batch={batch}
          card={shown}
          fields={trial.wanted?.fields ?? []}
          active={active}
          onActive={onActive}
          image={image}
          onImage={onImage}
          count={report?.cards.length ?? 0}
          chosen={chosen}
          onChoose={setChosen}
          onTry={wanted === null || trial.pending ? undefined : (filename) => begin([filename])}
        />
      )}
    </section>
  );
}

/** A tried card was removed meanwhile: the next trial chooses its cards anew. */
function isGone(error: unknown): boolean {
  return isProblem(error) && error.code === "image_not_found";
}

function withoutNames(wanted: TryRequest | undefined): TryRequest | undefined {
  if (wanted === undefined) return undefined;
  const { fields, engine, model, options } = wanted;
  return { fields, engine, model, options };
}
