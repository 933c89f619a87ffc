import { useTranslation } from "react-i18next";

import type { RecordDetail } from "@/api/gen/types.gen";
import { useFormats } from "@/lib/format";

import { differs, isLost, keyTo, type Offer } from "../api/offers";
import type { Desk } from "../api/use-desk";

import { Keys } from "./keys";
import classes from "./offers.module.css";

interface OffersProps {
  name: string;
  record: RecordDetail;
  desk: Desk;
}

const MANY = 4;

/** What else may stand in the field in focus: what each reader says where they differ, else other values. */
export function Offers({ name, record, desk }: OffersProps) {
  if (desk.focused !== name || desk.offers.length < 2) return null;
  return differs(record, name) ? <SideBySide name={name} desk={desk} /> : <Others name={name} desk={desk} />;
}

function SideBySide({ name, desk }: Omit<OffersProps, "record">) {
  const { t } = useTranslation("verify");
  const shown = desk.offers.slice(0, MANY);
  return (
    <ul className={classes.list} aria-label={t("readers.title")}>
      {shown.map((offer, place) => {
        const key = keyTo(place, desk.current, desk.offers.length);
        return (
          <li key={offer.text}>
            <button type="button" className={classes.offer} {...pressing(desk, name, offer, place)}>
              <span className={classes.key}>{key !== null && <Keys keys={key} />}</span>
              <span className={classes.text} data-blank={offer.text === "" || undefined}>
                {offer.text === "" ? t("empty") : offer.text}
              </span>
              <Who name={name} offer={offer} desk={desk} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Who({ name, offer, desk }: { name: string; offer: Offer; desk: Desk }) {
  const { t } = useTranslation("verify");
  const formats = useFormats();
  const field = desk.fields.find((one) => one.name === name);
  return (
    <span className={classes.who}>
      {offer.readers.length === 0
        ? t("readers.nobody")
        : offer.readers
            .map(
              ({ name: who, sure }) => `${who === "local" ? t("readers.local") : who} ${formats.share(sure)}`,
            )
            .join(", ")}
      {field !== undefined && isLost(offer, field) && (
        <span className={classes.lost}>{t("readers.not_found")}</span>
      )}
    </span>
  );
}

function Others({ name, desk }: Omit<OffersProps, "record">) {
  const { t } = useTranslation("verify");
  return (
    <ul className={classes.others} aria-label={t("others")}>
      {desk.offers.slice(0, MANY).map((offer, place) => (
        <li key={offer.text}>
          <button type="button" className={classes.other} {...pressing(desk, name, offer, place)}>
            {offer.text}
          </button>
        </li>
      ))}
      <li className={classes.hint}>
        <Keys keys="ArrowUp" /> <Keys keys="ArrowDown" />
      </li>
    </ul>
  );
}

function pressing(desk: Desk, name: string, offer: Offer, place: number) {
  return {
    "aria-pressed": place === desk.current,
    tabIndex: -1,
    onClick: () => {
      desk.type(name, offer.text, true);
      desk.focus(name);
    },
  };
}
