import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { supposePairs } from "@/api/gen/sdk.gen";
import type { BatchRead } from "@/api/gen/types.gen";
import { ProblemNote } from "@/components/ui/problem-note";
import { Scan } from "@/components/ui/scan";
import { SidePanel } from "@/components/ui/side-panel";
import { useFormats } from "@/lib/format";

import type { SetupOptions } from "../api/setup-draft";

import classes from "./pairs-preview.module.css";

interface PairsPreviewProps {
  batch: BatchRead;
  options: Pick<SetupOptions, "pairing" | "pattern">;
  onClose: () => void;
}

/** Which images become one card with this choice; nothing is changed by looking. */
export function PairsPreview({ batch, options, onClose }: PairsPreviewProps) {
  const { t } = useTranslation("setup");
  const formats = useFormats();
  const pairs = useQuery({
    queryKey: ["pairs", batch.name, options, batch.total],
    queryFn: async ({ signal }) =>
      (await supposePairs({ path: { batch_name: batch.name }, body: options, signal, throwOnError: true }))
        .data,
    retry: false,
  });
  return (
    <SidePanel title={t("pairs.title")} onClose={onClose} focusBack="main">
      {pairs.isPending && <Loader size="sm" aria-label={t("pairs.loading")} />}
      {pairs.isError && (
        <ProblemNote error={pairs.error} what={t("pairs.failed")} retry={() => pairs.refetch()} />
      )}
      {pairs.data !== undefined && (
        <div className={classes.pairs}>
          <p role="status">
            {t("pairs.sum", {
              count: pairs.data.images,
              n: formats.number(pairs.data.images),
              cards: formats.number(pairs.data.cards),
              paired: formats.number(pairs.data.paired),
              alone: formats.number(pairs.data.alone),
            })}
          </p>
          {pairs.data.read > 0 && (
            <p className={classes.note}>
              {t("pairs.read", { count: pairs.data.read, n: formats.number(pairs.data.read) })}
            </p>
          )}
          <ol className={classes.cards}>
            {pairs.data.items.map((card) => (
              <li key={card[0]?.filename} className={classes.card}>
                {card.map((image, side) => (
                  <figure key={image.filename} className={classes.side}>
                    <Scan src={image.thumbnail_url} width={140} height={88} />
                    <figcaption title={image.filename}>
                      {card.length > 1 && <b>{side === 0 ? t("pairs.front") : t("pairs.back")} </b>}
                      {image.filename}
                    </figcaption>
                  </figure>
                ))}
              </li>
            ))}
          </ol>
          {pairs.data.items.length < pairs.data.cards && (
            <p className={classes.note}>
              {t("pairs.more", {
                count: pairs.data.cards - pairs.data.items.length,
                n: formats.number(pairs.data.cards - pairs.data.items.length),
              })}
            </p>
          )}
        </div>
      )}
    </SidePanel>
  );
}
