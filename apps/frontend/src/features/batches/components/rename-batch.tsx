import { Button, TextInput } from "@mantine/core";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useRenameBatch } from "@/api/batch-commands";
import type { BatchRead } from "@/api/gen/types.gen";
import { useAnnounce } from "@/components/ui/announcer";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFocusReturn } from "@/lib/focus-return";

import classes from "./rename-batch.module.css";

const AFTER_MENU = 50;

/** The title as a field, in its own place: Enter saves, Escape gives the old one back. A refusal keeps what was typed. */
export function RenameBatch({ batch, onClose }: { batch: BatchRead; onClose: () => void }) {
  const { t } = useTranslation("batches");
  const announce = useAnnounce();
  const rename = useRenameBatch(batch.name);
  const [typed, setTyped] = useState(batch.title);
  const title = typed.trim();
  const field = useRef<HTMLInputElement>(null);
  useFocusReturn(`more-${batch.name}`);
  useEffect(() => {
    // The menu that asked for this gives the focus back to its button a moment after it has closed.
    const later = setTimeout(() => field.current?.focus(), AFTER_MENU);
    return () => clearTimeout(later);
  }, []);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (title === "") return;
    if (title === batch.title) {
      onClose();
      return;
    }
    rename.mutate(title, {
      onSuccess: () => {
        announce(t("rename.done", { batch: title }));
        onClose();
      },
    });
  };

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        ref={field}
        size="xs"
        className={classes.field}
        aria-label={t("rename.label", { batch: batch.title })}
        value={typed}
        maxLength={300}
        error={title === "" && t("rename.missing")}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          onClose();
        }}
      />
      <Button type="submit" loading={rename.isPending}>
        {t("rename.save")}
      </Button>
      <Button variant="default" onClick={onClose}>
        {t("rename.keep")}
      </Button>
      {rename.isError && (
        <div className={classes.problem}>
          <ProblemNote
            error={rename.error}
            what={t("rename.failed")}
            retry={() => rename.mutate(title, { onSuccess: onClose })}
          />
        </div>
      )}
    </form>
  );
}
