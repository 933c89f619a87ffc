import { ActionIcon, Button, Loader } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { listImagesOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { BatchRead, FieldIn, TriedCard } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

import { marksOf } from "../api/marks";

import { CardView } from "./card-view";
import classes from "./trial-panel.module.css";
import { TrialValues } from "./trial-values";

interface TrialCardsProps {
  batch: BatchRead;
  /** The tried card that is shown; not given: the image that is leafed to. */
  card: TriedCard | undefined;
  fields: readonly (FieldIn | string)[];
  active: string | null;
  onActive: (field: string | null) => void;
  image: number;
  onImage: (image: number) => void;
  count: number;
  chosen: number | null;
  onChoose: (place: number) => void;
  /** Not given: it cannot be tried now. */
  onTry: ((filename: string) => void) | undefined;
}

export function TrialCards(props: TrialCardsProps) {
  const { card, chosen } = props;
  return card === undefined || chosen === null ? (
    <LeafedCard {...props} />
  ) : (
    <Tried key={card.filename} {...props} card={card} chosen={chosen} />
  );
}

function Tried({
  card,
  fields,
  active,
  onActive,
  count,
  chosen,
  onChoose,
}: TrialCardsProps & { card: TriedCard; chosen: number }) {
  const { t } = useTranslation("setup");
  const [side, setSide] = useState(0);
  const image = card.images[side] ?? card.images[0];
  const named = fields.filter((field) => typeof field !== "string");
  if (image === undefined) return null;
  return (
    <>
      <CardView
        page={{ ...image, image: side, view_url: image.url }}
        alt={t("card.alt", { card: image.filename })}
        marks={marksOf(card, named)}
        active={active}
        onActive={onActive}
      >
        <Steps
          previous={chosen > 0 ? () => onChoose(chosen - 1) : undefined}
          next={chosen + 1 < count ? () => onChoose(chosen + 1) : undefined}
        />
        <span className={classes.where}>{image.filename}</span>
        {card.images.length > 1 && (
          <Button variant="subtle" onClick={() => setSide((side + 1) % card.images.length)}>
            {t("card.side", { side: side + 1, count: card.images.length })}
          </Button>
        )}
      </CardView>
      <div className={classes.values}>
        <TrialValues card={card} fields={named} active={active} onActive={onActive} />
      </div>
    </>
  );
}

function LeafedCard({ batch, image, onImage, onTry }: TrialCardsProps) {
  const { t } = useTranslation("setup");
  const formats = useFormats();
  const found = useQuery({
    ...listImagesOptions({ path: { batch_name: batch.name }, query: { offset: image - 1, limit: 1 } }),
    placeholderData: keepPreviousData,
  });
  if (found.isPending) {
    return (
      <div className={classes.waiting}>
        <Loader size="sm" aria-label={t("card.loading")} />
      </div>
    );
  }
  if (found.data === undefined) {
    return (
      <div className={classes.waiting}>
        <ProblemNote error={found.error} what={t("card.failed")} retry={() => found.refetch()} />
      </div>
    );
  }
  const [shown] = found.data.items;
  if (shown === undefined) {
    return (
      <div className={classes.waiting}>
        <Button variant="default" onClick={() => onImage(1)}>
          {t("card.first")}
        </Button>
      </div>
    );
  }
  return (
    <CardView
      page={{ ...shown, image: 0 }}
      alt={t("card.alt", { card: shown.filename })}
      marks={[]}
      active={null}
      onActive={() => undefined}
    >
      <Steps
        previous={image > 1 ? () => onImage(image - 1) : undefined}
        next={image < found.data.total ? () => onImage(image + 1) : undefined}
      />
      <span className={classes.where}>
        {t("card.where", {
          place: formats.number(image),
          total: formats.number(found.data.total),
          card: shown.filename,
        })}
      </span>
      <Button variant="subtle" disabled={onTry === undefined} onClick={() => onTry?.(shown.card)}>
        {t("try.this")}
      </Button>
    </CardView>
  );
}

function Steps({ previous, next }: { previous: (() => void) | undefined; next: (() => void) | undefined }) {
  const { t } = useTranslation("setup");
  return (
    <div className={classes.steps}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={t("card.previous")}
        disabled={previous === undefined}
        onClick={previous}
      >
        <Icon name="previous" />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={t("card.next")}
        disabled={next === undefined}
        onClick={next}
      >
        <Icon name="next" />
      </ActionIcon>
    </div>
  );
}
