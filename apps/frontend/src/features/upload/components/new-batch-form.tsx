import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import type { BatchRead, Pairing } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { ProblemNote } from "@/components/ui/problem-note";
import { fieldsIn } from "@/lib/field-names";
import { useFormats } from "@/lib/format";

import type { Chosen } from "../api/dropped-files";
import { useCreateBatch } from "../api/use-create-batch";

import { DropZone } from "./drop-zone";
import classes from "./new-batch-form.module.css";

const PAIRINGS = ["none", "suffix", "two_by_two"] as const satisfies readonly Pairing[];

interface NewBatchFormProps {
  /** Files that were dropped on the page before the form was there. */
  first: Chosen | null;
  onCreated: (batch: BatchRead) => void;
}

export function NewBatchForm({ first, onCreated }: NewBatchFormProps) {
  const { t } = useTranslation("upload");
  const formats = useFormats();
  const create = useCreateBatch();
  const [title, setTitle] = useState(first?.folder ?? "");
  const [fields, setFields] = useState("");
  const [pairing, setPairing] = useState<Pairing>("none");
  const [files, setFiles] = useState<readonly File[]>(first?.files ?? []);
  const [tried, setTried] = useState(false);
  const named = fieldsIn(fields);

  const take = (chosen: Chosen) => {
    setFiles((before) => [...before, ...chosen.files]);
    if (title.trim() === "" && chosen.folder !== null) setTitle(chosen.folder);
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (title.trim() === "") return;
    create.mutate(
      { batch: { title: title.trim(), fields: named, options: { pairing } }, files },
      { onSuccess: onCreated },
    );
  };

  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput
        label={t("form.title")}
        description={t("form.title_note")}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        error={tried && title.trim() === "" && t("form.title_missing")}
        maxLength={300}
        data-autofocus
        required
      />
      <Textarea
        label={t("form.fields")}
        description={t("form.fields_note")}
        value={fields}
        onChange={(event) => setFields(event.currentTarget.value)}
        autosize
        minRows={4}
        maxRows={10}
      />
      <p className={classes.count} role="status">
        {t("form.fields_count", { count: named.length, n: formats.number(named.length) })}
      </p>
      <NativeSelect
        label={t("form.pairing")}
        value={pairing}
        onChange={(event) => {
          const chosen = PAIRINGS.find((one) => one === event.currentTarget.value);
          if (chosen !== undefined) setPairing(chosen);
        }}
        data={PAIRINGS.map((value) => ({ value, label: t(`pairing.${value}`) }))}
      />
      <DropZone onFiles={take} />
      {files.length > 0 && (
        <div className={classes.chosen}>
          <p role="status">
            {t("form.chosen", {
              count: files.length,
              n: formats.number(files.length),
              size: formats.bytes(files.reduce((sum, file) => sum + file.size, 0)),
            })}
          </p>
          <Button variant="subtle" color="gray" onClick={() => setFiles([])}>
            {t("form.unchoose")}
          </Button>
        </div>
      )}
      {create.isError && <ProblemNote error={create.error} what={t("form.failed")} />}
      <Button
        type="submit"
        size="sm"
        fz="md"
        loading={create.isPending}
        leftSection={<Icon name={files.length > 0 ? "upload" : "plus"} />}
      >
        {files.length > 0
          ? t("form.create_and_upload", { count: files.length, n: formats.number(files.length) })
          : t("form.create")}
      </Button>
    </form>
  );
}
