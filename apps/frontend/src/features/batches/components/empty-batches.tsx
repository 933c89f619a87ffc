import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { Icon } from "@/components/ui/icon";
import panel from "@/components/ui/panel.module.css";
import { ProblemNote } from "@/components/ui/problem-note";

import { useSampleDrawer } from "../api/use-sample-drawer";

import classes from "./empty-batches.module.css";

/** The first thing a new user sees: what a batch is, and what to do. */
export function EmptyBatches({ onNew }: { onNew: () => void }) {
  const { t, i18n } = useTranslation("batches");
  const navigate = useNavigate();
  const sample = useSampleDrawer();
  // The music cards have German fields, the dissertations English ones.
  const drawer = i18n.language === "de" ? "music" : "dissertations";

  const trySample = () =>
    sample.mutate(drawer, {
      onSuccess: (batch) =>
        void navigate({ to: "/batches/$batchName/images", params: { batchName: batch.name } }),
    });

  return (
    <section className={`${panel.panel} ${classes.empty}`} aria-labelledby="empty-title">
      <span className={classes.drawing} aria-hidden="true">
        <Icon name="card" size={40} />
      </span>
      <h2 id="empty-title" className={classes.title}>
        {t("empty.title")}
      </h2>
      <p className={classes.what}>{t("empty.what")}</p>
      <div className={classes.buttons}>
        <Button size="sm" fz="md" leftSection={<Icon name="plus" />} onClick={onNew}>
          {t("new")}
        </Button>
        <Button size="sm" fz="md" variant="default" loading={sample.isPending} onClick={trySample}>
          {t("empty.sample")}
        </Button>
      </div>
      {sample.isError && (
        <ProblemNote error={sample.error} what={t("empty.sample_failed")} retry={trySample} />
      )}
      <p className={classes.note}>{t("empty.formats")}</p>
    </section>
  );
}

export function NoMatch({ q, onClear }: { q: string; onClear: () => void }) {
  const { t } = useTranslation("batches");
  return (
    <section className={`${panel.panel} ${classes.empty}`} aria-labelledby="nothing-title">
      <h2 id="nothing-title" className={classes.title}>
        {t("no_match", { q })}
      </h2>
      <Button variant="default" onClick={onClear}>
        {t("clear_search")}
      </Button>
    </section>
  );
}
