import { useTranslation } from "react-i18next";

import type { CardPageRead, RecordDetail } from "@/api/gen/types.gen";
import { CardImage, type Mark } from "@/components/image-viewer/card-image";
import { Icon } from "@/components/ui/icon";

import type { Action } from "../api/actions";
import { differs, keyTo, type Offer } from "../api/offers";
import type { Desk } from "../api/use-desk";

import classes from "./card-pane.module.css";

interface CardPaneProps {
  filename: string;
  record: RecordDetail | undefined;
  pages: readonly CardPageRead[];
  desk: Desk;
}

const SIGNS = { ArrowUp: "↑", ArrowDown: "↓" } as const;

/** The card, which stands still, and over it what can be done with it. */
export function CardPane({ filename, record, pages, desk }: CardPaneProps) {
  const { t } = useTranslation("verify");
  const shown = desk.side === "both" ? pages : pages.filter((page) => page.image === desk.side);
  const marks = marksOf(record, desk);
  return (
    <>
      <div className={classes.tools} role="toolbar" aria-label={t("tools")}>
        <b className={classes.name}>{filename}</b>
        <span className={classes.sides}>
          {pages.length > 1 &&
            (desk.side === "both" ? t("side_both") : t("side", { n: desk.side + 1, all: pages.length }))}
        </span>
        {toolsOf(desk.actions).map((action) => (
          <button
            key={action.id}
            type="button"
            className={classes.tool}
            title={t(`action.${action.id}`)}
            aria-label={t(`action.${action.id}`)}
            disabled={!action.can}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={action.run}
          >
            {action.icon !== undefined && <Icon name={action.icon} />}
          </button>
        ))}
      </div>
      <div className={classes.desk}>
        {(shown.length > 0 ? shown : pages.slice(0, 1)).map((page, place) => (
          <CardImage
            key={place}
            page={page}
            name={t("image_of", { card: filename, n: page.image + 1 })}
            look={desk.look}
            marks={marks}
            onWords={desk.putWords}
          />
        ))}
      </div>
    </>
  );
}

/** How the card lies, then where to go; what needs a second side is not there without one. */
function toolsOf(actions: readonly Action[]): Action[] {
  const tools = actions.filter((action) => action.icon !== undefined);
  return [
    ...tools.filter((action) => action.group === "image" && action.can),
    ...tools.filter((action) => action.group === "card"),
  ];
}

/** Other fields' places faintly, the one in focus on top, and where its other values stand, by the key to each. */
function marksOf(record: RecordDetail | undefined, desk: Desk): Mark[] {
  if (record === undefined) return [];
  const { focused } = desk;
  const contested = focused !== null && differs(record, focused);
  const of = (kind: Mark["kind"], mine: boolean) =>
    Object.entries(record.evidence)
      .filter(([field]) => (field === focused) === mine)
      .flatMap(([, places]) => places.map(({ image, box }) => ({ image, box, kind })));
  const offered = contested ? desk.offers.flatMap((offer, place) => otherMarks(desk, offer, place)) : [];
  return [...of("dim", false), ...offered, ...of("on", true)];
}

function otherMarks(desk: Desk, offer: Offer, place: number): Mark[] {
  const key = keyTo(place, desk.current, desk.offers.length);
  if (place === desk.current || key === null) return [];
  return offer.evidence.map(({ image, box }, line) => ({
    image,
    box,
    kind: "other",
    ...(line === 0 ? { label: SIGNS[key] } : {}),
  }));
}
