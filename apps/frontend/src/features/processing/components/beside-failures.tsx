import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { listReadersOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { BatchRead } from "@/api/gen/types.gen";
import panel from "@/components/ui/panel.module.css";
import { SaidText } from "@/components/ui/said-text";
import { useFormats } from "@/lib/format";
import { useSaid } from "@/lib/said";

import { causeOf } from "../api/causes";

import classes from "./beside-failures.module.css";

const WHILE_RUNNING = 3_000;

/** What readers beside the first could not read, by cause; the records keep the first reader's values there. */
export function BesideFailures({ batch, busy }: { batch: BatchRead; busy: boolean }) {
  const { t } = useTranslation("processing");
  const said = useSaid();
  const formats = useFormats();
  const readers = useQuery({
    ...listReadersOptions({ path: { batch_name: batch.name } }),
    refetchInterval: busy && (batch.pass ?? null) !== null ? WHILE_RUNNING : false,
  });
  const failures = readers.data?.failures ?? [];
  if (failures.length === 0) return null;
  return (
    <section className={`${panel.panel} ${classes.failures}`} aria-labelledby="beside-failures">
      <h2 id="beside-failures">{t("beside.title")}</h2>
      <p className={classes.quiet}>{t("beside.note")}</p>
      <ul>
        {failures.map(({ engine, model, cause, count, error }) => (
          <li key={`${engine} ${model ?? ""} ${cause}`}>
            <strong>{formats.number(count)}</strong>
            <div>
              <p>
                {causeOf(cause) === "other" ? cause : t(`cause.${causeOf(cause)}.title`)}{" "}
                <code className={classes.quiet}>{model ?? engine}</code>
              </p>
              {error !== null && (
                <p className={classes.quiet}>
                  <SaidText said={said.cause(cause, error)} />
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
