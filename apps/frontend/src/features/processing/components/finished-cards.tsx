import { useTranslation } from "react-i18next";

import type { BatchRead, FinishedCard } from "@/api/gen/types.gen";
import { thumbUrl } from "@/api/urls";
import { Scan } from "@/components/ui/scan";

import classes from "./finished-cards.module.css";

/** The last cards as they come in: the first two values tell a person whether the reader is on the right track. */
export function FinishedCards({ batch, cards }: { batch: BatchRead; cards: readonly FinishedCard[] }) {
  const { t } = useTranslation("processing");
  return (
    <div className={classes.box}>
      <h3 className={classes.head}>{t("recent.title")}</h3>
      {cards.length === 0 ? (
        <p className={classes.none}>{t("recent.none")}</p>
      ) : (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
        <ul className={classes.list} tabIndex={0} aria-label={t("recent.title")}>
          {cards.map((card) => (
            <li key={card.filename} className={classes.card} data-failed={!card.success || undefined}>
              <Scan src={thumbUrl(batch.name, card.filename)} width={66} height={40} />
              <CardWords batch={batch} card={card} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function CardWords({ batch, card }: { batch: BatchRead; card: FinishedCard }) {
  const { t } = useTranslation("processing");
  if (!card.success) {
    return (
      <div className={classes.words}>
        <p className={classes.first}>
          <span className={classes.file}>{card.filename}</span>{" "}
          <span className={classes.failed}>{t("recent.failed")}</span>
        </p>
        <p className={classes.second} lang="en">
          {card.error}
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
