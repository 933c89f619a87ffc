import { useTranslation } from "react-i18next";

import type { PassRead } from "@/api/gen/types.gen";
import { BusyButton } from "@/components/ui/busy-button";
import { Meter } from "@/components/ui/meter";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

import { useAbandon } from "../api/use-abandon";

import classes from "./pass-line.module.css";

interface PassLineProps {
  batchName: string;
  pass: PassRead;
  busy: boolean;
}

/** The reader that reads beside the first: how far it is, when the referee has begun, and the way out of it. */
export function PassLine({ batchName, pass, busy }: PassLineProps) {
  const { t } = useTranslation("processing");
  const formats = useFormats();
  const { engine, model, total, done, failed, place = 1, places = 1 } = pass;
  const reader = engine === "local" ? t("reader.local") : (model ?? engine);
  const over = done + failed >= total && place === places;
  const said = { n: formats.number(done), total: formats.number(total), reader };
  const all = places > 1 ? "_all" : "";
  return (
    <div className={classes.pass}>
      <p>
        <strong>{place > 1 ? t("pass.title_nth", { n: place + 1 }) : t("pass.title")}</strong>{" "}
        {over
          ? t(busy ? `pass.judging${all}` : `pass.to_judge${all}`)
          : t(busy ? "pass.reads" : "pass.stopped", said)}
      </p>
      <Meter
        label={t("pass.bar", { reader })}
        text={t("bar_text", { read: formats.number(done), total: formats.number(total) })}
        whole={total}
        shares={[
          { kind: "read", value: done },
          { kind: "failed", value: failed },
        ]}
      />
      <p className={classes.quiet}>
        {failed > 0 && `${t("failed", { count: failed, n: formats.number(failed) })} · `}
        {t("pass.untouched")}
      </p>
      {!busy && <Abandon batchName={batchName} pass={pass} reader={reader} />}
    </div>
  );
}

/** What follows is said beside the button: nothing that was read is lost, so nothing is asked back. */
function Abandon({ batchName, pass, reader }: Omit<PassLineProps, "busy"> & { reader: string }) {
  const { t } = useTranslation("processing");
  const formats = useFormats();
  const abandon = useAbandon(batchName);
  const left = pass.total - pass.done - pass.failed;
  return (
    <>
      <div className={classes.abandon}>
        <BusyButton variant="default" busy={abandon.isPending} onClick={() => abandon.mutate()}>
          {t("pass.abandon", { reader })}
        </BusyButton>
        <p className={classes.quiet}>
          {t("pass.kept", { count: pass.done, n: formats.number(pass.done) })}{" "}
          {left > 0 && t("pass.unread", { count: left, n: formats.number(left) })}{" "}
          {pass.judge === true && t("pass.not_chosen")}
        </p>
      </div>
      {abandon.isError && (
        <ProblemNote error={abandon.error} what={t("pass.not_abandoned")} dismiss={abandon.reset} />
      )}
    </>
  );
}
