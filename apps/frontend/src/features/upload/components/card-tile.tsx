import { useTranslation } from "react-i18next";

import type { CardRead } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { useFormats } from "@/lib/format";

import classes from "./card-tile.module.css";

interface CardTileProps {
  card: CardRead | undefined;
  place: number;
  total: number;
  current: boolean;
  selected: boolean;
  style: { width: number; height: number; transform: string };
  onPress: (place: number, keys: { ctrl: boolean; shift: boolean }) => void;
  onShow: (place: number) => void;
}

/** A card as it lies: its front, and its back in the corner. What is not loaded yet keeps its place. */
export function CardTile({ card, place, total, current, selected, style, onPress, onShow }: CardTileProps) {
  const { t } = useTranslation("upload");
  const formats = useFormats();
  const [front, back] = card?.images ?? [];
  const many = card?.images.length ?? 1;
  const sides = t("cards.sides", { count: many, n: formats.number(many) });
  const failed = card?.status === "failed";
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the list has the focus and takes the keys
    <div
      id={`card-${place}`}
      role="option"
      className={classes.tile}
      style={style}
      aria-selected={selected}
      aria-setsize={total}
      aria-posinset={place + 1}
      aria-label={
        card === undefined
          ? t("cards.loading")
          : t(failed ? "cards.tile_failed" : "cards.tile", { file: card.filename, sides })
      }
      data-current={current || undefined}
      onClick={(event) => onPress(place, { ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey })}
      onDoubleClick={() => onShow(place)}
    >
      <div className={classes.picture} data-pair={back !== undefined || undefined}>
        {front !== undefined && <Picture src={front.thumbnail_url} />}
        {back !== undefined && (
          <span className={classes.back}>
            <Picture src={back.thumbnail_url} />
            <span className={classes.label}>{t("cards.back")}</span>
          </span>
        )}
        {selected && (
          <span className={classes.tick}>
            <Icon name="check" size={14} />
          </span>
        )}
      </div>
      <p className={classes.words}>
        {failed && (
          <span className={classes.failed}>
            <Icon name="warning" size={12} />
          </span>
        )}
        <span className={classes.name} title={card?.filename}>
          {card?.filename}
        </span>
        {many > 1 && <span className={classes.sides}>{sides}</span>}
      </p>
    </div>
  );
}

function Picture({ src }: { src: string }) {
  return <img className={classes.scan} src={src} alt="" loading="lazy" decoding="async" draggable={false} />;
}
