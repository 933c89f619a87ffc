import { Button, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { TemplateRead } from "@/api/gen/types.gen";
import { FieldEditor } from "@/components/field-editor/field-editor";
import { Icon } from "@/components/ui/icon";
import { SaveNote } from "@/components/ui/save-note";
import { tidy } from "@/lib/field-draft";

import { fileName, fileOf } from "../api/template-file";
import { useTemplateDraft } from "../api/use-template-draft";

import { DeleteTemplate } from "./delete-template";
import classes from "./templates-view.module.css";

const LATER = 10_000;

interface TemplateEditorProps {
  template: TemplateRead;
  onDuplicate: () => void;
  onDeleted: () => void;
}

export function TemplateEditor({ template, onDuplicate, onDeleted }: TemplateEditorProps) {
  const { t } = useTranslation("templates");
  const kept = useTemplateDraft(template);
  const [deleting, setDeleting] = useState(false);
  const { name, draft } = kept.content;
  const batches = template.batches ?? [];
  return (
    <div className={classes.editor}>
      <div className={classes.title}>
        <TextInput
          className={classes.rename}
          label={t("name")}
          value={name}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            kept.change((before) => ({ ...before, name: typed }));
          }}
          error={tidy(name) === "" && t("name_missing")}
          maxLength={200}
        />
        <Button variant="default" leftSection={<Icon name="copy" size={14} />} onClick={onDuplicate}>
          {t("duplicate")}
        </Button>
        <Button
          variant="default"
          leftSection={<Icon name="download" size={14} />}
          onClick={() => download(template)}
        >
          {t("export")}
        </Button>
        <Button
          id="delete-template"
          variant="subtle"
          color="gray"
          className={classes.quiet}
          leftSection={<Icon name="trash" size={14} />}
          onClick={() => setDeleting(true)}
        >
          {t("delete.open")}
        </Button>
      </div>
      <FieldEditor
        draft={draft}
        locked={false}
        onChange={(step) => kept.change((before) => ({ ...before, draft: step(before.draft) }))}
      />
      <div className={classes.foot}>
        <SaveNote kept={kept} />
        <p className={classes.use}>
          {batches.length === 0 ? t("unused") : t("used_by")}{" "}
          {batches.map((batch, place) => (
            <span key={batch.name}>
              {place > 0 && ", "}
              <Link to="/batches/$batchName/setup" params={{ batchName: batch.name }}>
                {batch.title}
              </Link>
            </span>
          ))}
        </p>
      </div>
      {deleting && (
        <DeleteTemplate template={template} onClose={() => setDeleting(false)} onDeleted={onDeleted} />
      )}
    </div>
  );
}

function download(template: TemplateRead): void {
  const blob = new Blob([`${JSON.stringify(fileOf(template), null, 2)}\n`], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = fileName(template);
  link.click();
  // The browser fetches it a moment later.
  setTimeout(() => URL.revokeObjectURL(link.href), LATER);
}
