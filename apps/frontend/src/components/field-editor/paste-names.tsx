import { Button, Textarea } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import type { FieldIn } from "@/api/gen/types.gen";
import { fieldsIn } from "@/lib/field-names";
import { useFormats } from "@/lib/format";

import classes from "./paste-names.module.css";

interface PasteNamesProps {
  onFields: (fields: FieldIn[]) => void;
  onClose?: () => void;
}

/** Many fields at once, from a list as it stands in a letter, the head of a spreadsheet, or a file of fields. */
export function PasteNames({ onFields, onClose }: PasteNamesProps) {
  const { t } = useTranslation("setup");
  const formats = useFormats();
  const [text, setText] = useState("");
  const fields = fieldsIn(text);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (fields.length > 0) onFields(fields);
  };
  return (
    <form className={classes.paste} onSubmit={submit}>
      <Textarea
        label={t("paste.label")}
        description={t("paste.note")}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={3}
        maxRows={8}
        onKeyDown={(event) => {
          if (event.key === "Escape" && onClose !== undefined) onClose();
        }}
        data-autofocus
      />
      {fields.length === 0 && text.trim() !== "" && <p role="alert">{t("paste.no_fields")}</p>}
      <div className={classes.buttons}>
        <Button type="submit" variant="light" disabled={fields.length === 0}>
          {t("paste.make", { count: fields.length, n: formats.number(fields.length) })}
        </Button>
        {onClose !== undefined && (
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t("paste.close")}
          </Button>
        )}
      </div>
    </form>
  );
}
