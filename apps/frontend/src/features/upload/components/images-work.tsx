import { useCallback } from "react";
import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";

import type { Chosen } from "../api/dropped-files";
import { usePageDrop } from "../api/use-page-drop";
import { useSpokenUpload } from "../api/use-spoken-upload";
import { useBatchUpload, useUploadQueue } from "../api/use-uploads";

import { CardsPanel } from "./cards-panel";
import { DropZone } from "./drop-zone";
import { ImagesHead } from "./images-head";
import classes from "./images-work.module.css";
import { RefusedFiles } from "./refused-files";
import { UploadProgress } from "./upload-progress";

interface ImagesWorkProps {
  batch: BatchRead;
  q: string;
  onSearch: (q: string) => void;
}

/** At the left what comes in, at the right what is there. */
export function ImagesWork({ batch, q, onSearch }: ImagesWorkProps) {
  const { t } = useTranslation("upload");
  const queue = useUploadQueue();
  const upload = useBatchUpload(batch.name);
  const locked = batch.status === "running" || batch.status === "cancelling";
  useSpokenUpload(upload);
  const take = useCallback(
    ({ files }: Chosen) => {
      if (!locked) void queue.add(batch.name, files);
    },
    [batch.name, locked, queue],
  );
  usePageDrop(take);

  return (
    <div className={classes.place}>
      <ImagesHead batch={batch} upload={upload} />
      <div className={classes.work}>
        <div className={classes.intake}>
          <DropZone disabled={locked} onFiles={take} />
          {locked && <p className={classes.note}>{t("running")}</p>}
          {(upload.groups.length > 0 || upload.comparing !== null) && (
            <UploadProgress batchName={batch.name} upload={upload} queue={queue} />
          )}
          <RefusedFiles kind="rejected" files={upload.rejected} />
          <RefusedFiles kind="skipped" files={upload.skipped} />
        </div>
        <CardsPanel key={batch.name} batch={batch} q={q} onSearch={onSearch} locked={locked} />
      </div>
    </div>
  );
}
