import { useTranslation } from "react-i18next";

import type { CostRead, ReaderCostRead } from "@/api/gen/types.gen";
import { useFormats } from "@/lib/format";

import classes from "./reader-costs.module.css";

/** What each of several readers takes, and all together; one reader's figures stand above already. */
export function ReaderCosts({ cost }: { cost: CostRead }) {
  const { t } = useTranslation("processing");
  const formats = useFormats();
  const readers = (cost.readers ?? []).filter((one) => one.readings > 0 || one.left > 0);
  if (readers.length < 2) return null;
  const money = (dollars: number | null | undefined) =>
    dollars === null || dollars === undefined ? "–" : formats.money(dollars);
  const left = readers.reduce((sum, one) => sum + one.left, 0);
  return (
    <div className={classes.scroll} role="group" aria-label={t("money.by_reader")}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t("money.reader")}</th>
            {(["cards", "tokens", "spent", "per_card", "per_verified"] as const).map((key) => (
              <th key={key} scope="col">
                {t(`money.${key}`)}
              </th>
            ))}
            {left > 0 && <th scope="col">{t("money.to_come")}</th>}
          </tr>
        </thead>
        <tbody>
          {readers.map((one) => (
            <tr key={`${one.engine} ${one.model ?? ""}`}>
              <th scope="row">{one.engine === "local" ? t("reader.local") : (one.model ?? one.engine)}</th>
              {one.free ? (
                <td colSpan={left > 0 ? 6 : 5}>{t("money.free")}</td>
              ) : (
                <>
                  <td>{formats.number(one.cards)}</td>
                  <td>{formats.number(one.prompt_tokens + one.completion_tokens)}</td>
                  <td>{one.readings > 0 && one.spent === null ? t("money.no_price") : money(one.spent)}</td>
                  <td>{money(one.per_card)}</td>
                  <td>{money(one.per_verified)}</td>
                  {left > 0 && <td>{comes(one, money)}</td>}
                </>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("money.together")}</th>
            <td />
            <td>{formats.number(cost.prompt_tokens + cost.completion_tokens)}</td>
            <td>{money(cost.spent)}</td>
            <td>{money(cost.per_card)}</td>
            <td>{money(cost.per_verified)}</td>
            {left > 0 && <td>{money(cost.expected?.cost)}</td>}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function comes(one: ReaderCostRead, money: (dollars: number | null | undefined) => string): string {
  return one.left === 0 ? money(0) : money(one.estimate?.cost);
}
