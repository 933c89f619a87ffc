import { useTranslation } from "react-i18next";

import type { CardPageRead, FieldIn, RecordDetail } from "@/api/gen/types.gen";
import { Magnifier } from "@/components/image-viewer/magnifier";
import { CertaintySign } from "@/components/ui/certainty-sign";
import { Tag, type Tone } from "@/components/ui/tag";
import type { Certainty } from "@/lib/certainty";
import { useFormats } from "@/lib/format";
import { misfitOf } from "@/lib/misfit";

import { certaintyIn } from "../api/fields";
import type { Desk } from "../api/use-desk";

import { FieldExtras } from "./field-extras";
import classes from "./field-row.module.css";

const TONES: Record<Certainty, Tone> = {
  verified: "ok",
  corrected: "run",
  rejected: "plain",
  sure: "ok",
  check: "mid",
  doubtful: "low",
  blank: "plain",
  maybe_blank: "mid",
};

interface FieldRowProps {
  field: FieldIn;
  place: number;
  record: RecordDetail;
  pages: readonly CardPageRead[];
  desk: Desk;
}

/** A field: always an input, so that Tab is the browser's own; the one in focus grows its magnifier. */
export function FieldRow({ field, place, record, pages, desk }: FieldRowProps) {
  const { t } = useTranslation("verify");
  const { t: tell } = useTranslation("certainty");
  const { name } = field;
  const focused = desk.focused === name;
  const draft = desk.card.typed[name];
  const certainty = certaintyIn(record, name);
  const unsaved = draft !== undefined && draft.text !== (record.data[name] ?? "");
  const failed = desk.card.failed !== null && name in desk.card.failed.change.set;
  const contested = desk.card.clashes[name] !== undefined;
  const exact = field.type !== undefined && field.type !== "text" && field.type !== "enum";
  const id = `field-${place}`;
  const typed = draft !== undefined || record.review[name] === "corrected";
  const misfit = typed ? misfitOf(field, draft?.text ?? record.data[name]) : null;

  return (
    <div
      className={classes.row}
      data-focused={focused || undefined}
      data-certainty={certainty}
      data-wrong={failed || contested || undefined}
    >
      <div className={classes.top}>
        <label htmlFor={id}>{name}</label>
        {focused && (
          <>
            <Tag tone={TONES[certainty]}>
              <CertaintySign certainty={certainty} />
              <Figure record={record} name={name} words />
            </Tag>
            <span className={classes.place}>{t("field_of", { n: place + 1, all: desk.names.length })}</span>
          </>
        )}
      </div>
      {focused && <Place record={record} pages={pages} desk={desk} name={name} />}
      <textarea
        ref={(input) => {
          if (input === null) desk.inputs.current.delete(name);
          else desk.inputs.current.set(name, input);
        }}
        id={id}
        className={classes.input}
        data-field={name}
        data-exact={exact || undefined}
        rows={1}
        spellCheck={false}
        autoComplete="off"
        value={draft?.text ?? record.data[name] ?? ""}
        aria-describedby={`${id}-state ${id}-told`}
        aria-invalid={failed || contested || undefined}
        onFocus={() => desk.focus(name)}
        onChange={(event) => desk.type(name, event.currentTarget.value)}
      />
      <span id={`${id}-state`} className={classes.state}>
        {!focused && <Figure record={record} name={name} />}
        {!focused && <CertaintySign certainty={certainty} />}
      </span>
      {/* Under the value, so that words never take its width. */}
      <span id={`${id}-told`} className={classes.told}>
        {misfit !== null && <span className={classes.misfit}>{tell(`misfit.${misfit}`)}</span>}
        {unsaved && <span className={classes.unsaved}>{t("unsaved")}</span>}
      </span>
      {(focused || contested) && <FieldExtras name={name} record={record} pages={pages} desk={desk} />}
    </div>
  );
}

function Figure({ record, name, words = false }: { record: RecordDetail; name: string; words?: boolean }) {
  const { t } = useTranslation("certainty");
  const formats = useFormats();
  const confidence = record.confidence[name];
  const looked = record.review[name] !== undefined;
  const figure = confidence === undefined || looked ? "" : formats.share(confidence);
  return words ? (
    <>
      {t(certaintyIn(record, name))} {figure}
    </>
  ) : (
    <>{figure}</>
  );
}

/** Where the value stands on the card, enlarged. */
function Place({ record, pages, desk, name }: Omit<FieldRowProps, "field" | "place"> & { name: string }) {
  const { t } = useTranslation("verify");
  const page = pages[desk.evidence[0]?.image ?? 0];
  const boxes = desk.evidence.filter((one) => one.image === page?.image).map((one) => one.box);
  if (page === undefined || boxes.length === 0) return <p className={classes.nowhere}>{t("no_place")}</p>;
  return (
    <Magnifier
      src={page.view_url}
      page={page}
      boxes={boxes}
      label={t("strip", { field: name, value: record.extracted[name] ?? "–" })}
      inverted={desk.look.inverted}
    />
  );
}
