import { Button } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { FieldIn } from "@/api/gen/types.gen";
import { useAnnounce } from "@/components/ui/announcer";
import { Icon } from "@/components/ui/icon";
import panel from "@/components/ui/panel.module.css";
import { changeFields, type DraftField, type FieldAction, type FieldDraft } from "@/lib/field-draft";
import { problemsOf } from "@/lib/field-problems";
import { useFormats } from "@/lib/format";

import classes from "./field-editor.module.css";
import { FieldRow } from "./field-row";
import { PasteNames } from "./paste-names";
import { useFieldDrag } from "./use-field-drag";

interface FieldEditorProps {
  draft: FieldDraft;
  onChange: (change: (draft: FieldDraft) => FieldDraft) => void;
  locked: boolean;
  /** Other ways to begin, where there is no field yet. */
  begin?: ReactNode;
}

/** The fields of a batch or a template, in the order of the columns. */
export function FieldEditor({ draft, onChange, locked, begin }: FieldEditorProps) {
  const { t } = useTranslation("setup");
  const formats = useFormats();
  const announce = useAnnounce();
  const list = useRef<HTMLUListElement>(null);
  const [pasting, setPasting] = useState(false);
  const problems = problemsOf(draft.fields);
  const act = (action: FieldAction) => onChange((before) => changeFields(before, action));
  const drag = useFieldDrag(draft.fields, (id, to) => act({ type: "move", id, to }));
  const last = draft.past.at(-1);
  const newest = last?.step === "add" || last?.step === "duplicate" ? draft.open : null;

  // The place to type is where the hand is after a step that made a field.
  useEffect(() => {
    if (newest === null) return;
    const input = document.getElementById(`field-name-${newest}`);
    if (input instanceof HTMLInputElement) {
      input.focus();
      input.select();
    }
  }, [newest]);

  const remove = (field: DraftField, place: number) => {
    act({ type: "remove", id: field.id });
    announce(t("field.removed", { name: field.name || t("field.unnamed") }));
    const next = draft.fields[place + 1] ?? draft.fields[place - 1];
    const row =
      next === undefined ? null : list.current?.querySelector(`[data-field="${next.id}"] [aria-expanded]`);
    if (row instanceof HTMLElement) row.focus();
  };
  const takeFields = (fields: FieldIn[]) => {
    act({ type: "paste", fields });
    setPasting(false);
    announce(t("paste.made", { count: fields.length, n: formats.number(fields.length) }));
  };
  const undoByKey = (event: KeyboardEvent) => {
    // In a box that one types into, the browser takes back letters.
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (locked || typing || event.key !== "z" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    act({ type: "undo" });
  };
  const empty = draft.fields.length === 0;

  return (
    <section className={`${panel.panel} ${classes.editor}`} aria-label={t("fields")}>
      <div className={classes.head}>
        <h2>{t("fields")}</h2>
        <span className={classes.note}>
          {empty
            ? t("no_field")
            : t("field_count", { count: draft.fields.length, n: formats.number(draft.fields.length) })}
        </span>
        <div className={classes.tools}>
          {last !== undefined && (
            <Button
              variant="subtle"
              disabled={locked}
              leftSection={<Icon name="undo" size={14} />}
              onClick={() => act({ type: "undo" })}
            >
              {t(`undo.${last.step}`)}
            </Button>
          )}
          {!empty && (
            <Button
              variant="subtle"
              disabled={locked}
              aria-expanded={pasting}
              onClick={() => setPasting(!pasting)}
            >
              {t("paste.open")}
            </Button>
          )}
          <Button
            variant="default"
            disabled={locked}
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => act({ type: "add" })}
          >
            {t("add")}
          </Button>
        </div>
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the key only repeats the button above */}
      <fieldset className={classes.body} disabled={locked} onKeyDown={undoByKey}>
        {empty && <p className={classes.begin}>{t("begin")}</p>}
        {empty && begin}
        {(pasting || empty) && (
          <PasteNames onFields={takeFields} {...(empty ? {} : { onClose: () => setPasting(false) })} />
        )}
        <ul ref={list}>
          {draft.fields.map((field, place) => (
            <FieldRow
              key={field.id}
              field={field}
              place={place}
              count={draft.fields.length}
              open={draft.open === field.id}
              isNew={newest === field.id}
              dragged={drag.dragged === field.id}
              problems={problems.get(field.id)}
              onAction={act}
              onRemove={() => remove(field, place)}
              onGrab={drag.grab(field.id)}
            />
          ))}
        </ul>
      </fieldset>
    </section>
  );
}
