import { Button, Loader, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { previewPrompt } from "@/api/gen/sdk.gen";
import type { FieldIn } from "@/api/gen/types.gen";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNote } from "@/components/ui/problem-note";

import { FIELDS_GO_HERE, isPrompt } from "../api/setup-draft";

import classes from "./money.module.css";

export const PROMPT_BUTTON = "prompt-button";

interface PromptDialogProps {
  fields: FieldIn[];
  prompt: string;
  onClose: () => void;
  onKeep: (prompt: string) => void;
}

/** What is said to a model: a template of one's own, and beside it the prompt as it will be sent. */
export function PromptDialog({ fields, prompt, onClose, onKeep }: PromptDialogProps) {
  const { t } = useTranslation("setup");
  const [text, setText] = useState(prompt);
  const fits = isPrompt(text);
  const preview = useQuery({
    queryKey: ["prompt", fields, text],
    queryFn: async ({ signal }) =>
      (await previewPrompt({ body: { fields, template: text }, signal, throwOnError: true })).data,
    enabled: fits && fields.length > 0,
    placeholderData: (before) => before,
    retry: false,
  });
  return (
    <Dialog title={t("prompt.title")} onClose={onClose} focusBack={PROMPT_BUTTON} size="60rem">
      <div className={classes.prompt}>
        <Textarea
          label={t("prompt.template")}
          description={t("prompt.note", { mark: FIELDS_GO_HERE })}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={fits ? undefined : t("prompt.no_fields", { mark: FIELDS_GO_HERE })}
          rows={8}
          maxLength={20_000}
          ff="monospace"
        />
        <section aria-labelledby="prompt-preview">
          <h3 id="prompt-preview">{t("prompt.preview")}</h3>
          {preview.isPending && fields.length > 0 && fits && (
            <Loader size="xs" aria-label={t("prompt.loading")} />
          )}
          {fields.length === 0 && <p className={classes.quiet}>{t("start.no_fields")}</p>}
          {preview.isError && <ProblemNote error={preview.error} what={t("prompt.failed")} />}
          {preview.data !== undefined && (
            <>
              {/* Scrolls, so it can be reached by keys. */}
              {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
              <pre className={classes.sent} tabIndex={0} aria-labelledby="prompt-preview">
                {preview.data.text}
              </pre>
              <p className={classes.quiet}>{t("prompt.version", { version: preview.data.version })}</p>
            </>
          )}
        </section>
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => setText("")} disabled={text === ""}>
            {t("prompt.built_in")}
          </Button>
          <Button
            disabled={!fits}
            onClick={() => {
              onKeep(text);
              onClose();
            }}
          >
            {t("prompt.keep")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
