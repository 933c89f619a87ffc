import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type SubmitEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { useDeleteBatch } from "@/api/batch-commands";
import { listImagesOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { BatchRead } from "@/api/gen/types.gen";
import { useAnnounce } from "@/components/ui/announcer";
import { Dialog } from "@/components/ui/dialog";
import loss from "@/components/ui/loss.module.css";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

interface DeleteBatchProps {
  batch: BatchRead;
  onClose: () => void;
  onDeleted: () => void;
}

/** Names what is lost. Where people have verified cards, the title must be typed: that work cannot be made again. */
export function DeleteBatch({ batch, onClose, onDeleted }: DeleteBatchProps) {
  const { t } = useTranslation("batches");
  return (
    <Dialog
      title={t("delete.title", { batch: batch.title })}
      onClose={onClose}
      focusBack={`more-${batch.name}`}
    >
      <DeleteForm batch={batch} onClose={onClose} onDeleted={onDeleted} />
    </Dialog>
  );
}

function DeleteForm({ batch, onClose, onDeleted }: DeleteBatchProps) {
  const { t } = useTranslation("batches");
  const formats = useFormats();
  const announce = useAnnounce();
  const remove = useDeleteBatch(batch.name, () => {
    // Its row is gone, and this dialog with it: closing would only give the focus to what is no more.
    announce(t("delete.done", { batch: batch.title }));
    onDeleted();
  });
  // A card may have several sides; only their number is asked for.
  const images = useQuery(listImagesOptions({ path: { batch_name: batch.name }, query: { limit: 1 } })).data
    ?.total;
  const [typed, setTyped] = useState("");
  const lossId = useId();
  const precious = batch.reviewed > 0;
  const sure = !precious || typed.trim() === batch.title;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (sure) remove.mutate();
  };

  return (
    <form onSubmit={submit} className={loss.form} aria-describedby={lossId}>
      <div id={lossId} className={loss.loss}>
        <p>{t("delete.lost")}</p>
        <ul className={loss.list}>
          <li>
            {t("delete.cards", { count: batch.total, n: formats.number(batch.total) })}
            {images !== undefined && `, ${t("delete.images", { count: images, n: formats.number(images) })}`}
          </li>
          <li>{t("delete.readings", { count: batch.done, n: formats.number(batch.done) })}</li>
          <li>{t("delete.reviews", { count: batch.reviewed, n: formats.number(batch.reviewed) })}</li>
        </ul>
        <p>{t("delete.for_good")}</p>
      </div>
      {precious && (
        <TextInput
          label={t("delete.type", { batch: batch.title })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
        />
      )}
      {remove.isError && <ProblemNote error={remove.error} what={t("delete.failed")} />}
      <div className={loss.buttons}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t("delete.keep")}
        </Button>
        <Button type="submit" color="red" className={loss.remove} disabled={!sure} loading={remove.isPending}>
          {t("delete.confirm", { count: batch.total, n: formats.number(batch.total) })}
        </Button>
      </div>
    </form>
  );
}
