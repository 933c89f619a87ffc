import { NativeSelect, Radio } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { CertaintyRead, CertaintyRow } from "@/api/gen/types.gen";
import { useAnnounce } from "@/components/ui/announcer";
import { BusyButton } from "@/components/ui/busy-button";
import panel from "@/components/ui/panel.module.css";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

import { type CertaintySearch, FIRST_PRECISION, PRECISIONS } from "../api/certainty-search";
import { rowFor, useAcceptances } from "../api/use-certainty";

import { Acceptances } from "./acceptances";
import classes from "./parts.module.css";

interface AcceptPanelProps {
  batchName: string;
  certainty: CertaintyRead;
  search: CertaintySearch;
  onSearch: (change: CertaintySearch) => void;
}

/** How many values lie above a limit, how many of such were right, and accepting them in one step. */
export function AcceptPanel({ batchName, certainty, search, onSearch }: AcceptPanelProps) {
  const { t } = useTranslation("reliability");
  const formats = useFormats();
  const acceptances = useAcceptances(batchName);
  const precision = search.precision ?? FIRST_PRECISION;
  // Before the numbers may be believed, nothing is proposed; a person may choose a row all the same.
  const reached = certainty.calibrated ? rowFor(certainty.rows, precision) : undefined;
  const chosen = certainty.rows.find((row) => row.at === search.at) ?? reached;
  return (
    <section className={`${panel.panel} ${classes.panel}`} aria-labelledby="accept">
      <div className={classes.title}>
        <h2 id="accept">{t("accept.title")}</h2>
        <span>{t("accept.open", { count: certainty.open, n: formats.number(certainty.open) })}</span>
      </div>
      {certainty.rows.length === 0 ? (
        <p className={classes.body}>{t("accept.none")}</p>
      ) : (
        <>
          <div className={classes.body}>
            <div className={classes.row}>
              <NativeSelect
                aria-label={t("accept.precision")}
                size="xs"
                value={String(precision)}
                onChange={(event) =>
                  onSearch({ ...search, precision: Number(event.currentTarget.value), at: undefined })
                }
                data={PRECISIONS.map((share) => ({
                  value: String(share),
                  label: t("accept.at_least", { share: formats.rate(share) }),
                }))}
              />
              {certainty.calibrated && reached === undefined && (
                <span role="status">{t("accept.not_reached")}</span>
              )}
            </div>
          </div>
          <Rows rows={certainty.rows} chosen={chosen} onChoose={(at) => onSearch({ ...search, at })} />
          <Deed key={chosen?.at} certainty={certainty} chosen={chosen} acceptances={acceptances} />
        </>
      )}
      <Acceptances acceptances={acceptances} />
    </section>
  );
}

interface RowsProps {
  rows: readonly CertaintyRow[];
  chosen: CertaintyRow | undefined;
  onChoose: (at: number) => void;
}

function Rows({ rows, chosen, onChoose }: RowsProps) {
  const { t } = useTranslation("reliability");
  const formats = useFormats();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t("accept.certainty")}</th>
          <th scope="col" className={classes.number}>
            {t("accept.values")}
          </th>
          <th scope="col" className={classes.number}>
            {t("accept.share")}
          </th>
          <th scope="col" className={classes.number}>
            {t("accept.right")}
          </th>
          <th scope="col" className={classes.number}>
            {t("accept.interval")}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...rows].reverse().map((row) => (
          <tr key={row.at} data-chosen={row === chosen || undefined}>
            <td>
              <Radio
                size="xs"
                name="at"
                label={t("accept.from", { at: formats.fixed(row.at, 2) })}
                checked={row === chosen}
                onChange={() => onChoose(row.at)}
              />
            </td>
            <td className={classes.number}>{formats.number(row.open)}</td>
            <td className={classes.number}>{formats.rate(row.share)}</td>
            <td className={`${classes.number} ${classes.strong}`}>{formats.rate(row.precision, 1)}</td>
            <td className={classes.number}>{`${formats.rate(row.low, 1)} – ${formats.rate(row.high, 1)}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DeedProps {
  certainty: CertaintyRead;
  chosen: CertaintyRow | undefined;
  acceptances: ReturnType<typeof useAcceptances>;
}

function Deed({ certainty, chosen, acceptances: { accept } }: DeedProps) {
  const { t } = useTranslation("reliability");
  const formats = useFormats();
  const announce = useAnnounce();
  if (chosen === undefined) return <p className={classes.body}>{t("accept.choose")}</p>;
  const n = (count: number) => ({ count, n: formats.number(count) });
  const wrong = Math.round(chosen.open * (1 - chosen.precision));
  return (
    <div className={`${classes.body} ${classes.foot}`}>
      <p>
        <b>{t("accept.above", { at: formats.fixed(chosen.at, 2) })}</b>{" "}
        {t("accept.wrong", { ...n(chosen.open), wrong: formats.number(wrong) })}{" "}
        {t("accept.left", n(certainty.open - chosen.open))}{" "}
        {!certainty.calibrated && t("accept.not_calibrated")}
      </p>
      {accept.isError && (
        <ProblemNote error={accept.error} what={t("accept.failed")} dismiss={accept.reset} />
      )}
      <div className={classes.row}>
        <BusyButton
          variant={certainty.calibrated ? "filled" : "default"}
          busy={accept.isPending || chosen.open === 0}
          onClick={() =>
            accept.mutate(chosen.at, {
              onSuccess: ({ data }) => announce(t("accept.done", n(data.count))),
            })
          }
        >
          {t("accept.do", n(chosen.open))}
        </BusyButton>
        <span className={classes.quiet}>{t("accept.one_step", { at: formats.fixed(chosen.at, 2) })}</span>
      </div>
    </div>
  );
}
