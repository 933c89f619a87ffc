import { Button, NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { BatchRead, MixesRead, MixRead } from "@/api/gen/types.gen";
import { useAnnounce } from "@/components/ui/announcer";
import { Icon } from "@/components/ui/icon";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

import { mixName, scaleOf } from "../api/names";
import { isUsed, useUse } from "../api/use-compare";

import { Against, Interval, Mark, type Scale } from "./mix-marks";
import classes from "./mix-table.module.css";
import { Where } from "./reader-plan";

const WAYS = ["alone", "vote", "referee"] as const;

interface MixTableProps {
  batch: BatchRead;
  found: MixesRead;
  onAgainst: (key: string) => void;
}

/** Each reader and mix on one line, so that figures stand under each other. */
export function MixTable({ batch, found, onAgainst }: MixTableProps) {
  const { t } = useTranslation("compare");
  const use = useUse(batch.name);
  const scale = scaleOf(found.mixes);
  const names = found.mixes.map((mix) => ({
    value: mix.key,
    label: `${t(`way.${mix.way}`)}: ${mixName(mix, t("local"))}`,
  }));
  const groups = WAYS.map((way) => ({ way, mixes: found.mixes.filter((mix) => mix.way === way) }));
  return (
    <section className={classes.panel} aria-label={t("table.label")}>
      {use.isError && <ProblemNote error={use.error} what={t("table.not_used")} dismiss={use.reset} />}
      <div className={classes.scroll} role="group" aria-label={t("table.label")}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t("table.reader")}</th>
              <th scope="col">{t("table.scans")}</th>
              <th scope="col" className={classes.number}>
                {t("table.f1")}
              </th>
              <th scope="col" className={classes.scale}>
                <span className={classes.axis} aria-label={t("table.interval")} role="img">
                  {scale.marks.map((mark) => (
                    <Mark key={mark} at={mark} scale={scale} />
                  ))}
                </span>
              </th>
              <th scope="col" className={classes.number}>
                {t("table.cer")}
              </th>
              <th scope="col" className={classes.number} title={t("table.accepted_what")}>
                {t("table.accepted")}
              </th>
              <th scope="col" className={classes.number}>
                {t("table.calibration")}
              </th>
              <th scope="col" className={classes.number}>
                {t("table.cost")}
              </th>
              <th scope="col" className={classes.number}>
                {t("table.seconds")}
              </th>
              <th scope="col">
                <NativeSelect
                  size="xs"
                  aria-label={t("table.against")}
                  value={found.compared_with ?? ""}
                  onChange={(event) => onAgainst(event.currentTarget.value)}
                  data={names}
                  className={classes.against}
                />
              </th>
              <th scope="col">
                <span className={classes.hidden}>{t("table.use")}</span>
              </th>
            </tr>
          </thead>
          {groups
            .filter(({ mixes }) => mixes.length > 0)
            .map(({ way, mixes }) => (
              <tbody key={way}>
                <tr className={classes.group}>
                  <th colSpan={11} scope="rowgroup">
                    {t(`group.${way}`)}
                  </th>
                </tr>
                {mixes.map((mix) => (
                  <MixRow
                    key={mix.key}
                    batch={batch}
                    mix={mix}
                    found={found}
                    scale={scale}
                    busy={use.isPending}
                    onUse={() => use.mutate(mix)}
                  />
                ))}
              </tbody>
            ))}
        </table>
      </div>
    </section>
  );
}

/** A shorter reading only put stored words into fields: that says nothing of how long a new card takes. */
const SHOWN = 0.05;

interface MixRowProps {
  batch: BatchRead;
  mix: MixRead;
  found: MixesRead;
  scale: Scale;
  busy: boolean;
  onUse: () => void;
}

function MixRow({ batch, mix, found, scale, busy, onUse }: MixRowProps) {
  const { t } = useTranslation("compare");
  const announce = useAnnounce();
  const formats = useFormats();
  const name = mixName(mix, t("local"));
  const figure = (value: number | null, digits: number) =>
    value === null ? "–" : formats.fixed(value, digits);
  const share = (value: number | null, digits = 0) => (value === null ? "–" : formats.rate(value, digits));
  const suggested = mix.key === found.suggested;
  const used = isUsed(batch, mix);
  const runs = batch.status === "running" || batch.status === "cancelling";
  return (
    <tr data-suggested={suggested || undefined}>
      <th scope="row">{name}</th>
      <td>
        <Where leaves={mix.readers.some((reader) => reader.leaves_machine)} />
      </td>
      <td className={classes.number}>
        <b>{figure(mix.f1, 3)}</b>
      </td>
      <td className={classes.scale}>
        <Interval mix={mix} scale={scale} />
      </td>
      <td className={classes.number}>{share(mix.cer, 1)}</td>
      <td className={classes.number}>
        {share(mix.accepted)}
        {mix.precision !== null && (
          <span className={classes.right}>{t("table.right", { n: share(mix.precision, 1) })}</span>
        )}
      </td>
      <td className={classes.number}>{figure(mix.calibration_error, 3)}</td>
      <td className={classes.number}>
        {mix.cost === null ? "–" : mix.cost === 0 ? t("free") : `$${formats.fixed(mix.cost, 2)}`}
      </td>
      <td className={classes.number}>
        {mix.seconds !== null && mix.seconds < SHOWN ? (
          <span className={classes.quiet} title={t("table.stored_what")}>
            {t("table.stored")}
          </span>
        ) : (
          figure(mix.seconds, 1)
        )}
      </td>
      <td>
        <Against mix={mix} found={found} />
      </td>
      <td>
        {used ? (
          <span className={classes.used}>
            <Icon name="check" size={14} />
            {t("table.used")}
          </span>
        ) : mix.usable ? (
          <Button
            size="compact-sm"
            variant={suggested ? "filled" : "default"}
            disabled={busy || runs}
            aria-label={t("table.use_named", { name })}
            onClick={() => {
              onUse();
              announce(t("table.set", { name }));
            }}
          >
            {t(suggested ? "table.use_this" : "table.use")}
          </Button>
        ) : (
          <span className={classes.quiet}>{t("table.vote_only")}</span>
        )}
      </td>
    </tr>
  );
}
