import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { namesIn } from "@/lib/picked-cards";

import classes from "./compare-view.module.css";

interface PickedCardsProps {
  cards: readonly string[];
  onPick: (cards: string[]) => void;
}

/** File names of verified cards, as Results has handed them over or as they are typed here. */
export function PickedCards({ cards, onPick }: PickedCardsProps) {
  const { t } = useTranslation("compare");
  const [text, setText] = useState(cards.join("\n"));
  return (
    <Textarea
      size="xs"
      className={classes.picked}
      label={t("cards.names")}
      description={t("cards.names_note")}
      rows={4}
      spellCheck={false}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => onPick(namesIn(text))}
    />
  );
}
