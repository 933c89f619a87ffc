import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { BatchRead, CostRead } from "@/api/gen/types.gen";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";
import type { Reader } from "@/lib/readers";

import { SAMPLE, useEstimate } from "../api/use-estimate";
import { isBusy } from "../api/use-setup";

import classes from "./money.module.css";

interface EstimateProps {
  batch: BatchRead;
  reader: Reader;
  /** Of the second reader: it reads cards that were read already. */
  beside?: boolean;
  flush: () => Promise<boolean>;
}

/** "10,000 cards: $8.60 ± 0.70, 52 min", from a few cards that were really read. */
export function Estimate({ batch, reader, beside = false, flush }: EstimateProps) {
  const { t } = useTranslation("setup");
  const formats = useFormats();
  const { cost, sample } = useEstimate(batch, reader, beside, flush);
  const estimate = cost.data?.estimate ?? null;
  const readable = beside ? batch.done : batch.pending;
  const reading = isBusy(batch);
  if (batch.total === 0) return <p className={classes.quiet}>{t("estimate.no_images")}</p>;
  return (
    <div className={classes.estimate}>
      <p role="status">
        {reading ? (
          t("estimate.reading")
        ) : estimate === null ? (
          <span className={classes.quiet}>{t(beside ? "estimate.unknown_second" : "estimate.unknown")}</span>
        ) : (
          <>
            <strong>
              <Line estimate={estimate} />
            </strong>{" "}
            <span className={classes.quiet}>
              {t("estimate.from", { count: estimate.sample, n: formats.number(estimate.sample) })}
            </span>
          </>
        )}
      </p>
      <Button
        variant="default"
        disabled={readable === 0 || reading}
        loading={sample.isPending}
        onClick={() => sample.mutate()}
      >
        {t(estimate === null ? "estimate.read" : "estimate.more", { count: SAMPLE })}
      </Button>
      {beside && batch.done === 0 && <p className={classes.quiet}>{t("estimate.first_first")}</p>}
      {cost.isError && (
        <ProblemNote error={cost.error} what={t("estimate.failed")} retry={() => cost.refetch()} />
      )}
      {sample.isError && <ProblemNote error={sample.error} what={t("estimate.not_read")} />}
    </div>
  );
}

function Line({ estimate }: { estimate: NonNullable<CostRead["estimate"]> }) {
  const { cards, cost, margin, seconds } = estimate;
  const { t } = useTranslation("setup");
  const formats = useFormats();
  const said = { count: cards, n: formats.number(cards), time: formats.duration(seconds) };
  if (cards === 0) return t("estimate.nothing_left");
  if (cost === null) return t("estimate.no_price", said);
  if (margin === null) return t("estimate.line_about", { ...said, cost: formats.money(cost) });
  return t("estimate.line", { ...said, cost: formats.money(cost), margin: formats.money(margin) });
}
