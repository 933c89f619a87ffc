import { Button, Loader } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import panel from "@/components/ui/panel.module.css";
import { ProblemNote } from "@/components/ui/problem-note";
import { SearchField } from "@/components/ui/search-field";
import { useFormats } from "@/lib/format";

import { useCardSelection } from "../api/use-card-selection";
import { useCards } from "../api/use-cards";

import { CardGrid } from "./card-grid";
import { CardLook } from "./card-look";
import classes from "./cards-panel.module.css";
import { RemoveCards } from "./remove-cards";

const PAIRINGS = ["none", "suffix", "two_by_two", "pattern"] as const;

interface CardsPanelProps {
  batch: BatchRead;
  q: string;
  onSearch: (q: string) => void;
  locked: boolean;
}

/** What lies in the batch: every card with its sides; to look at, and to take out what does not belong. */
export function CardsPanel({ batch, q, onSearch, locked }: CardsPanelProps) {
  const { t } = useTranslation("upload");
  const formats = useFormats();
  const [span, setSpan] = useState({ first: 0, last: 60 });
  const cards = useCards(batch.name, q, span.first, span.last);
  const selection = useCardSelection(cards);
  const [removing, setRemoving] = useState(false);
  const [looking, setLooking] = useState<number | null>(null);
  const { selected } = selection;
  const total = cards.total ?? 0;
  const pairing = PAIRINGS.find((one) => one === batch.options.pairing) ?? "none";
  const looked = looking === null ? undefined : cards.at(looking);

  return (
    <section className={`${panel.panel} ${classes.cards}`} aria-label={t("cards.label")}>
      <div className={classes.head}>
        <h2>
          {t(q === "" ? "cards.count" : "cards.found", {
            count: total,
            n: formats.number(total),
          })}
        </h2>
        <p className={classes.pairing}>
          {t(`cards.pairing.${pairing}`)}{" "}
          <Link to="/batches/$batchName/setup" params={{ batchName: batch.name }}>
            {t("cards.change_pairing")}
          </Link>
        </p>
        <FileSearch q={q} onSearch={onSearch} />
      </div>
      {(selected.size > 0 || selection.pending) && (
        <div className={classes.chosen} role="status">
          <b>
            {selection.pending
              ? t("cards.selecting")
              : t("cards.selected", { count: selected.size, n: formats.number(selected.size) })}
          </b>
          {!locked && (
            <Button
              variant="default"
              className={classes.remove}
              leftSection={<Icon name="trash" />}
              disabled={selected.size === 0}
              onClick={() => setRemoving(true)}
            >
              {t("cards.remove")}
            </Button>
          )}
          <Button variant="subtle" color="gray" onClick={selection.none}>
            {t("cards.unselect")}
          </Button>
        </div>
      )}
      {selection.error !== null && <ProblemNote error={selection.error} what={t("cards.select_failed")} />}
      {cards.error !== null && (
        <ProblemNote error={cards.error} what={t("cards.failed")} retry={cards.retry} />
      )}
      {cards.total === null && cards.error === null && (
        <div className={classes.empty}>
          <Loader size="sm" aria-label={t("cards.loading")} />
        </div>
      )}
      {cards.total === 0 && (
        <p className={classes.empty}>{q === "" ? t("cards.none") : t("cards.no_match", { q })}</p>
      )}
      {total > 0 && (
        <CardGrid
          cards={cards}
          total={total}
          selection={selection}
          onSpan={setSpan}
          onShow={setLooking}
          onRemove={locked ? undefined : () => setRemoving(true)}
        />
      )}
      <p id="cards-keys" className={classes.keys} hidden={total === 0}>
        {t("cards.keys")}
      </p>
      {removing && (
        <RemoveCards
          batchName={batch.name}
          cards={selected}
          onClose={() => setRemoving(false)}
          onRemoved={() => {
            selection.none();
            setRemoving(false);
          }}
        />
      )}
      {looked !== undefined && looking !== null && (
        <CardLook
          card={looked}
          onClose={() => setLooking(null)}
          onStep={(by) => {
            const place = Math.max(0, Math.min(total - 1, looking + by));
            selection.stand(place);
            setLooking(place);
            setSpan((before) => ({
              first: Math.min(before.first, place),
              last: Math.max(before.last, place),
            }));
          }}
        />
      )}
    </section>
  );
}

function FileSearch({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const { t } = useTranslation("upload");
  return <SearchField label={t("cards.search")} q={q} onSearch={onSearch} className={classes.search} />;
}
