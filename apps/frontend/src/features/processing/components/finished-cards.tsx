import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { BatchRead, FinishedCard } from "@/api/gen/types.gen";
import { thumbUrl } from "@/api/urls";
import panel from "@/components/ui/panel.module.css";
import { SaidText } from "@/components/ui/said-text";
import { Scan } from "@/components/ui/scan";
import { useSaid } from "@/lib/said";

import classes from "./finished-cards.module.css";

interface FinishedCardsProps {
  batch: BatchRead;
  cards: readonly FinishedCard[];
  busy: boolean;
}

/** The last cards as they come in: their first values tell a person whether the reader is on the right track. */
export function FinishedCards({ batch, cards, busy }: FinishedCardsProps) {
  const { t } = useTranslation("processing");
  return (
    <section className={`${panel.panel} ${classes.box}`} aria-labelledby="recent-title">
      <h2 id="recent-title" className={classes.head}>
        {t("recent.title")}
      </h2>
      {cards.length === 0 ? (
        <p className={classes.none}>{t(busy ? "recent.none" : "recent.none_yet")}</p>
      ) : (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
        <ul className={classes.list} tabIndex={0} aria-label={t("recent.title")}>
          {cards.map((card) => (
            <li key={card.filename} data-failed={!card.success || undefined} className={classes.item}>
              <Link
                to="/batches/$batchName/verify/$filename"
                params={{ batchName: batch.name, filename: card.filename }}
                className={classes.card}
                preload={false}
              >
                <Scan src={thumbUrl(batch.name, card.filename)} width={66} height={40} />
                <CardWords batch={batch} card={card} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function CardWords({ batch, card }: { batch: BatchRead; card: FinishedCard }) {
  const { t } = useTranslation("processing");
  const said = useSaid();
  if (!card.success) {
    return (
      <div className={classes.words}>
        <p className={classes.first}>
          <span className={classes.file}>{card.filename}</span>{" "}
          <span className={classes.failed}>{t("recent.failed")}</span>
        </p>
        <p className={classes.second}>
          <SaidText said={said.cause(card.cause, card.error)} />
        </p>
      </div>
    );
  }
  const values = batch.fields
    .map((field) => card.data?.[field.name] ?? null)
    .filter((value): value is string => value !== null && value !== "");
  return (
    <div className={classes.words}>
      <p className={classes.first}>{values[0] ?? t("recent.blank")}</p>
      <p className={classes.second}>{values.slice(1, 3).join(" · ") || card.filename}</p>
    </div>
  );
}
