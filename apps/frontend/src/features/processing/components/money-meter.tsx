import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import { Meter } from "@/components/ui/meter";
import panel from "@/components/ui/panel.module.css";
import { useFormats } from "@/lib/format";

import { useCost } from "../api/use-cost";

import classes from "./money-meter.module.css";
import { ReaderCosts } from "./reader-costs";

/** What it costs: so far, a card, at its end; how near the ceiling is. */
export function MoneyMeter({ batch, busy }: { batch: BatchRead; busy: boolean }) {
  const { t } = useTranslation("processing");
  const formats = useFormats();
  const cost = useCost(batch, busy).data;
  if (cost === undefined || cost.readings === 0) return null;
  const { spent, ceiling, per_card, per_verified, expected } = cost;
  const waits = (cost.readers ?? []).some((one) => one.left > 0 && !one.free);
  const tokens = cost.prompt_tokens + cost.completion_tokens;
  const figures = [
    { key: "spent", value: spent === null ? t("money.no_price") : formats.money(spent) },
    ...(per_card === null ? [] : [{ key: "per_card", value: formats.money(per_card) } as const]),
    ...(per_verified === null ? [] : [{ key: "per_verified", value: formats.money(per_verified) } as const]),
    ...(waits && spent !== null && expected !== null && expected !== undefined
      ? [{ key: "projected", value: formats.money(spent + expected.cost) } as const]
      : []),
    { key: "tokens", value: formats.number(tokens) },
  ] as const;
  return (
    <section className={`${panel.panel} ${classes.money}`} aria-labelledby="money-title">
      <h2 id="money-title">{t("money.title")}</h2>
      <dl className={classes.figures}>
        {figures.map(({ key, value }) => (
          <div key={key}>
            <dt>{t(`money.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ReaderCosts cost={cost} />
      {ceiling !== null && spent !== null && (
        <>
          <Meter
            label={t("money.bar")}
            text={t("money.of_ceiling", { spent: formats.money(spent), ceiling: formats.limit(ceiling) })}
            whole={ceiling}
            shares={[{ kind: "read", value: Math.min(spent, ceiling) }]}
          />
          <p className={classes.quiet}>
            {t("money.of_ceiling", { spent: formats.money(spent), ceiling: formats.limit(ceiling) })}
          </p>
        </>
      )}
    </section>
  );
}
