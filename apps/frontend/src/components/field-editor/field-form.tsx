import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import type { DraftField, FieldAction } from "@/lib/field-draft";
import { linesOf } from "@/lib/field-lists";
import { FIELD_TYPES, fieldNames, fieldsIn } from "@/lib/field-names";
import type { FieldProblems } from "@/lib/field-problems";

import classes from "./field-form.module.css";
import { ListInput } from "./list-input";

interface FieldFormProps {
  field: DraftField;
  problems: FieldProblems | undefined;
  /** A field that was just added is not scolded for having no name yet. */
  isNew: boolean;
  onAction: (action: FieldAction) => void;
}

/** Everything about one field. Enter in the name makes the next field; a pasted list makes many. */
export function FieldForm({ field, problems, isNew, onAction }: FieldFormProps) {
  const { t } = useTranslation("setup");
  const [left, setLeft] = useState(false);
  const change = (part: Partial<DraftField>) => onAction({ type: "change", id: field.id, change: part });
  const nameProblem = isNew && !left && problems?.name === "name_empty" ? undefined : problems?.name;

  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData("text");
    const fields = fieldsIn(text);
    if (fields.length < 2) return;
    event.preventDefault();
    onAction({ type: "paste", fields, at: field.id });
    if (field.name.trim() === "") onAction({ type: "remove", id: field.id });
  };
  const next = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Enter" || field.name.trim() === "" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onAction({ type: "add", after: field.id });
  };

  return (
    <div className={classes.form}>
      <TextInput
        id={`field-name-${field.id}`}
        label={t("field.name")}
        value={field.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        onPaste={paste}
        onKeyDown={next}
        onBlur={() => setLeft(true)}
        error={nameProblem === undefined ? undefined : t(`problem.${nameProblem}`)}
        maxLength={200}
        size="xs"
        autoComplete="off"
      />
      <NativeSelect
        label={t("field.type")}
        value={field.type}
        onChange={(event) => {
          const type = FIELD_TYPES.find((known) => known === event.currentTarget.value);
          if (type !== undefined) change({ type });
        }}
        data={FIELD_TYPES.map((type) => ({ value: type, label: t(`type.${type}`) }))}
        size="xs"
      />
      <TextInput
        className={classes.wide}
        label={t("field.description")}
        placeholder={t("field.description_hint")}
        value={field.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
        maxLength={2000}
        size="xs"
      />
      {field.type === "enum" && (
        <div className={classes.wide}>
          <ListInput
            label={t("field.values")}
            description={t("field.values_note")}
            items={field.values}
            parse={linesOf}
            onChange={(values) => change({ values })}
            error={problems?.values === undefined ? undefined : t(`problem.${problems.values}`)}
          />
        </div>
      )}
      <ListInput
        label={t("field.synonyms")}
        description={t("field.synonyms_note")}
        items={field.synonyms}
        parse={fieldNames}
        onChange={(synonyms) => change({ synonyms })}
      />
      <Checkbox
        className={classes.required}
        label={t("field.required")}
        checked={field.required}
        onChange={(event) => change({ required: event.currentTarget.checked })}
        size="xs"
      />
    </div>
  );
}
