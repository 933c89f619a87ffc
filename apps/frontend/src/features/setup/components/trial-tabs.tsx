import { useTranslation } from "react-i18next";

import type { TriedCard } from "@/api/gen/types.gen";
import { CertaintySign } from "@/components/ui/certainty-sign";
import { certaintyOf } from "@/lib/certainty";

import classes from "./trial-panel.module.css";

interface TrialTabsProps {
  cards: readonly TriedCard[];
  chosen: number | null;
  onChoose: (place: number | null) => void;
}

/** The tried cards, each with a sign where something on it is doubtful, and the way back to all the others. */
export function TrialTabs({ cards, chosen, onChoose }: TrialTabsProps) {
  const { t } = useTranslation("setup");
  return (
    <div className={classes.tabs} role="group" aria-label={t("try.cards")}>
      {cards.map((card, place) => (
        <button
          key={card.filename}
          type="button"
          className={classes.tab}
          aria-pressed={chosen === place}
          onClick={() => onChoose(place)}
        >
          <span className={classes.name} title={card.filename}>
            {card.filename.replace(/\.[^.]+$/, "")}
          </span>
          {isDoubtful(card) && <CertaintySign certainty="doubtful" />}
        </button>
      ))}
      <button
        type="button"
        className={classes.tab}
        aria-pressed={chosen === null}
        onClick={() => onChoose(null)}
      >
        {t("try.others")}
      </button>
    </div>
  );
}

function isDoubtful(card: TriedCard): boolean {
  if (!card.success) return true;
  return Object.entries(card.data).some(
    ([field, value]) =>
      certaintyOf({ value, confidence: card.confidence[field], verdict: null }) === "doubtful",
  );
}
