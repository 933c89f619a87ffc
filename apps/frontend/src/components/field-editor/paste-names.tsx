import { Button, Textarea } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { fieldNames } from "@/lib/field-names";
import { useFormats } from "@/lib/format";

import classes from "./paste-names.module.css";

interface PasteNamesProps {
  onNames: (names: string[]) => void;
  onClose?: () => void;
}

/** Many fields at once, from a list as it stands in a letter or the head of a spreadsheet. */
export function PasteNames({ onNames, onClose }: PasteNamesProps) {
  const { t } = useTranslation("setup");
  const formats = useFormats();
  const [text, setText] = useState("");
  const names = fieldNames(text.replaceAll("\t", "\n"));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (names.length > 0) onNames(names);
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
        data-autofocus
      />
      <div className={classes.buttons}>
        <Button type="submit" variant="light" disabled={names.length === 0}>
          {t("paste.make", { count: names.length, n: formats.number(names.length) })}
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
