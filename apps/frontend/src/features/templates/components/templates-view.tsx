import { Button, FileButton, Skeleton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { TemplateRead, TemplateWrite } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import panel from "@/components/ui/panel.module.css";
import { ProblemNote } from "@/components/ui/problem-note";

import { freeName, type Refusal, templateOf } from "../api/template-file";
import { useCreateTemplate, useTemplates } from "../api/use-templates";

import { TemplateEditor } from "./template-editor";
import { TemplateList } from "./template-list";
import classes from "./templates-view.module.css";

interface TemplatesViewProps {
  chosen: number | undefined;
  onChoose: (template: number | undefined) => void;
}

export function TemplatesView({ chosen, onChoose }: TemplatesViewProps) {
  const { t } = useTranslation("templates");
  const templates = useTemplates();
  const create = useCreateTemplate((template) => onChoose(template.id));
  const [refusal, setRefusal] = useState<{ file: string; why: Refusal } | null>(null);
  const items = templates.data?.items ?? [];
  const shown =
    items.find((template) => template.id === chosen) ?? (chosen === undefined ? items[0] : undefined);

  const make = (wanted: TemplateWrite) => create.mutate({ ...wanted, name: freeName(wanted.name, items) });
  const duplicate = ({ name, fields, engine, model, options }: TemplateRead) =>
    make({ name, fields, engine, model, options });
  const take = async (file: File | null) => {
    if (file === null) return;
    const found = templateOf(await file.text(), file.name.replace(/\.json$/i, ""));
    setRefusal(typeof found === "string" ? { file: file.name, why: found } : null);
    if (typeof found !== "string") make(found);
  };

  return (
    <>
      <div className={classes.head}>
        <h1>{t("title")}</h1>
        <div className={classes.tools}>
          <FileButton
            onChange={(file) => void take(file)}
            accept="application/json,.json"
            inputProps={{ "aria-label": t("import") }}
          >
            {(props) => (
              <Button {...props} variant="default" leftSection={<Icon name="upload" size={14} />}>
                {t("import")}
              </Button>
            )}
          </FileButton>
          <Button
            leftSection={<Icon name="plus" size={14} />}
            loading={create.isPending}
            onClick={() => make({ name: t("new_name"), fields: [] })}
          >
            {t("new")}
          </Button>
        </div>
      </div>
      {refusal !== null && (
        <div className={classes.refusal} role="alert">
          <Icon name="warning" />
          {t(`refused.${refusal.why}`, { file: refusal.file })}
        </div>
      )}
      {create.isError && (
        <ProblemNote error={create.error} what={t("create_failed")} dismiss={create.reset} />
      )}
      {templates.isPending ? (
        <div role="status" aria-label={t("loading")}>
          <Skeleton height={240} />
        </div>
      ) : templates.data === undefined ? (
        <ProblemNote error={templates.error} what={t("load_failed")} retry={() => templates.refetch()} />
      ) : items.length === 0 ? (
        <div className={`${panel.panel} ${classes.empty}`}>
          <h2>{t("empty.title")}</h2>
          <p>{t("empty.what")}</p>
        </div>
      ) : (
        <div className={classes.work}>
          <TemplateList templates={items} chosen={shown?.id} />
          {shown === undefined ? (
            <p className={classes.gone}>{t("gone")}</p>
          ) : (
            <TemplateEditor
              key={shown.id}
              template={shown}
              onDuplicate={() => duplicate(shown)}
              onDeleted={() => onChoose(undefined)}
            />
          )}
        </div>
      )}
    </>
  );
}
