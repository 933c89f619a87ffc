import { useTranslation } from "react-i18next";

import type { FieldIn, TriedCard } from "@/api/gen/types.gen";
import { CertaintySign } from "@/components/ui/certainty-sign";
import { Icon } from "@/components/ui/icon";
import { SaidText } from "@/components/ui/said-text";
import { certaintyOf } from "@/lib/certainty";
import { useFormats } from "@/lib/format";
import { useSaid } from "@/lib/said";

import classes from "./trial-values.module.css";

interface TrialValuesProps {
  card: TriedCard;
  /** The fields that it was tried with, in their order. */
  fields: readonly FieldIn[];
  active: string | null;
  onActive: (field: string | null) => void;
}

/** What was read from a card on trial, field by field; a card that could not be read says why. */
export function TrialValues({ card, fields, active, onActive }: TrialValuesProps) {
  const { t } = useTranslation("setup");
  const said = useSaid();
  const formats = useFormats();
  if (!card.success) {
    return (
      <div className={classes.failed} role="alert">
        <Icon name="warning" />
        <div>
          <p className={classes.what}>{t("try.card_failed", { card: card.filename })}</p>
          <p>
            <SaidText said={said.cause(card.cause, card.error)} />
          </p>
        </div>
      </div>
    );
  }
  const found = fields.filter((field) => (card.data[field.name] ?? "") !== "").length;
  return (
    <>
      <ul className={classes.values} aria-label={t("try.values", { card: card.filename })}>
        {fields.map((field, place) => {
          const value = card.data[field.name] ?? null;
          const confidence = card.confidence[field.name];
          const certainty = certaintyOf({ value, confidence, verdict: null });
          return (
            <li key={field.name}>
              <button
                type="button"
                className={classes.value}
                data-active={active === field.name || undefined}
                data-certainty={certainty}
                onFocus={() => onActive(field.name)}
                onPointerEnter={() => onActive(field.name)}
                onClick={() => onActive(field.name)}
              >
                <span className={classes.number} aria-hidden="true">
                  {card.evidence[field.name] === undefined ? "" : place + 1}
                </span>
                <span className={classes.field}>{field.name}</span>{" "}
                <span className={value === null ? classes.blank : classes.text} title={value ?? undefined}>
                  {value ?? t("try.blank")}
                </span>{" "}
                <CertaintySign certainty={certainty} />{" "}
                <span className={classes.confidence}>
                  {confidence === undefined ? "" : formats.share(confidence)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <p className={classes.sum}>
        {t("try.found", {
          found: formats.number(found),
          count: fields.length,
          n: formats.number(fields.length),
        })}
      </p>
    </>
  );
}
