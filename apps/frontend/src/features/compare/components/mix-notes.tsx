import { useTranslation } from "react-i18next";

import type { MixesRead, MixRead } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { useFormats } from "@/lib/format";

import { mixName } from "../api/names";

import classes from "./compare-view.module.css";

/** What follows from the figures, in a sentence each. */
export function MixNotes({ found }: { found: MixesRead }) {
  const { t } = useTranslation("compare");
  const of = (key: string | null) => found.mixes.find((mix) => mix.key === key);
  const suggested = of(found.suggested);
  const best = of(found.best);
  if (suggested === undefined || best === undefined) return null;
  const local = t("local");
  const leaves = suggested.readers.some((reader) => reader.leaves_machine);
  return (
    <div className={classes.notes}>
      <p className={classes.note} data-kind="suggested">
        <Icon name="learning" />
        <span>
          <b>{t("note.suggested", { name: mixName(suggested, local) })}</b>{" "}
          {suggested.key === best.key ? t("note.is_best") : t("note.as_good", { name: mixName(best, local) })}
        </span>
      </p>
      <p className={classes.note} data-kind={leaves ? "leaves" : "stays"}>
        <Icon name={leaves ? "leaves" : "screen"} />
        <span>{t(leaves ? "note.leaves" : "note.stays")}</span>
      </p>
      <Fields mix={suggested} />
      <p className={classes.note}>
        <Icon name="eye" />
        <span>{t("note.promise")}</span>
      </p>
    </div>
  );
}

/** Where the suggested mix is still weak. */
function Fields({ mix }: { mix: MixRead }) {
  const { t } = useTranslation("compare");
  const formats = useFormats();
  const weak = Object.entries(mix.fields)
    .filter((entry): entry is [string, number] => entry[1] !== null)
    .sort((a, b) => a[1] - b[1])
    .slice(0, 3);
  if (weak.length === 0) return null;
  return (
    <p className={classes.note}>
      <Icon name="table" />
      <span>
        {t("note.fields", {
          fields: weak.map(([field, f1]) => `${field} ${formats.fixed(f1, 2)}`).join(", "),
        })}
      </span>
    </p>
  );
}
