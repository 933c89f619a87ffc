import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { Dialog } from "@/components/ui/dialog";
import { useFormats } from "@/lib/format";

import classes from "./forms.module.css";

interface SetValueProps {
  fields: readonly string[];
  first: string | undefined;
  count: number;
  onSet: (field: string, value: string | null) => void;
  onClose: () => void;
}

/** One value for one field of all chosen cards. No second question: it can be undone. */
export function SetValue({ fields, first, count, onSet, onClose }: SetValueProps) {
  const { t } = useTranslation("results");
  const formats = useFormats();
  const [field, setField] = useState(first ?? fields[0] ?? "");
  const [value, setValue] = useState("");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSet(field, value.trim() === "" ? null : value.trim());
    onClose();
  };
  return (
    <Dialog
      title={t("set.title", { count, n: formats.number(count) })}
      onClose={onClose}
      focusBack="set-value"
    >
      <form onSubmit={submit} className={classes.form}>
        <NativeSelect
          label={t("set.field")}
          data={[...fields]}
          value={field}
          onChange={(event) => setField(event.currentTarget.value)}
        />
        <TextInput
          data-autofocus
          label={t("set.value")}
          description={t("set.blank")}
          value={value}
          autoComplete="off"
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t("set.cancel")}
          </Button>
          <Button type="submit" disabled={field === ""}>
            {t("set.do", { count, n: formats.number(count) })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
