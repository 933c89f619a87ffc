import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { listTemplatesOptions, listTemplatesQueryKey } from "@/api/gen/@tanstack/react-query.gen";
import { createTemplate, replaceTemplate } from "@/api/gen/sdk.gen";
import type { TemplateRead } from "@/api/gen/types.gen";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNote } from "@/components/ui/problem-note";
import { nameKey } from "@/lib/field-draft";

import { bodyOf, type Setup } from "../api/setup-draft";

import classes from "./save-template.module.css";

interface SaveTemplateProps {
  setup: Setup;
  name: string;
  onClose: () => void;
  onSaved: (template: TemplateRead) => void;
}

/** Keeps fields, reader and sides under a name; a name that is taken may be written over, knowingly. */
export function SaveTemplate({ setup, name, onClose, onSaved }: SaveTemplateProps) {
  const { t } = useTranslation("setup");
  const client = useQueryClient();
  const [title, setTitle] = useState(name);
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: async () => {
      const { fields, engine, model, options } = bodyOf(setup);
      const body = { name: title, fields, engine, model, options: { ...options } };
      const { items } = await client.query({ ...listTemplatesOptions(), staleTime: 0 });
      const same = items.find((template) => nameKey(template.name) === nameKey(title));
      if (same === undefined) return (await createTemplate({ body, throwOnError: true })).data;
      return (await replaceTemplate({ path: { template_id: same.id }, body, throwOnError: true })).data;
    },
    onSuccess: async (template) => {
      await client.invalidateQueries({ queryKey: listTemplatesQueryKey() });
      onSaved(template);
    },
  });
  const known = useQuery(listTemplatesOptions()).data?.items ?? [];
  const taken = known.find((template) => nameKey(template.name) === nameKey(title));
  const missing = nameKey(title) === "";

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!missing) save.mutate();
  };
  return (
    <Dialog title={t("template.save_title")} onClose={onClose} focusBack="template-choice">
      <form className={classes.form} onSubmit={submit} noValidate>
        <p>{t("template.save_what")}</p>
        <TextInput
          label={t("template.name")}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={tried && missing && t("problem.template_empty")}
          description={taken === undefined ? undefined : t("template.taken", { name: taken.name })}
          maxLength={200}
          data-autofocus
        />
        {save.isError && <ProblemNote error={save.error} what={t("template.save_failed")} />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t("template.cancel")}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {taken === undefined ? t("template.keep") : t("template.replace")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
