import { useTranslation } from "react-i18next";

import type { PassRead } from "@/api/gen/types.gen";
import { Meter } from "@/components/ui/meter";
import { useFormats } from "@/lib/format";

import classes from "./pass-line.module.css";

/** The reader that reads beside the first: how far it is, and when the referee has begun. */
export function PassLine({ pass, busy }: { pass: PassRead; busy: boolean }) {
  const { t } = useTranslation("processing");
  const formats = useFormats();
  const { engine, model, total, done, failed } = pass;
  const reader = engine === "local" ? t("reader.local") : (model ?? engine);
  const over = done + failed >= total;
  const said = { n: formats.number(done), total: formats.number(total), reader };
  return (
    <div className={classes.pass}>
      <p>
        <strong>{t("pass.title")}</strong>{" "}
        {over ? t(busy ? "pass.judging" : "pass.to_judge") : t(busy ? "pass.reads" : "pass.stopped", said)}
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
    </div>
  );
}
