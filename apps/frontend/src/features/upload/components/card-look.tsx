import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { CardRead } from "@/api/gen/types.gen";
import { Dialog } from "@/components/ui/dialog";
import { useFormats } from "@/lib/format";

import classes from "./card-look.module.css";

interface CardLookProps {
  card: CardRead;
  onClose: () => void;
  onStep: (by: -1 | 1) => void;
}

/** One card with its sides, as large as the window allows; arrows turn to the next. */
export function CardLook({ card, onClose, onStep }: CardLookProps) {
  const { t } = useTranslation("upload");
  const formats = useFormats();
  return (
    <Dialog title={card.filename} onClose={onClose} focusBack="cards" size="min(1200px, 92vw)">
      <div className={classes.sides} data-many={card.images.length > 1 || undefined}>
        {card.images.map((image) => {
          const side = t(image.side === 0 ? "cards.front" : "cards.back");
          return (
            <figure key={image.filename} className={classes.side}>
              <img
                className={classes.scan}
                src={image.view_url}
                alt={t("look.side", { side, file: image.filename })}
              />
              <figcaption className={classes.words}>
                <span>{t("look.side", { side, file: image.original_name })}</span>
                <span>
                  {t("look.facts", {
                    width: image.width,
                    height: image.height,
                    size: formats.bytes(image.bytes),
                  })}
                </span>
              </figcaption>
            </figure>
          );
        })}
      </div>
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => onStep(-1)}>
          {t("look.previous")}
        </Button>
        <Button variant="default" onClick={() => onStep(1)} data-autofocus>
          {t("look.next")}
        </Button>
      </div>
    </Dialog>
  );
}
