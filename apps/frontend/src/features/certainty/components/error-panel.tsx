import { useTranslation } from "react-i18next";

import type { AuditRead, CertaintyRead } from "@/api/gen/types.gen";
import panel from "@/components/ui/panel.module.css";
import { useFormats } from "@/lib/format";

import classes from "./parts.module.css";

interface Carrier {
  name: string;
  checked: number;
  wrong: number;
}

interface ErrorPanelProps {
  certainty: CertaintyRead;
  /** The newest sample. */
  audit: AuditRead | undefined;
}

/** Which fields and kinds of cards carry the errors: by the blind sample, and before there is one as measured. */
export function ErrorPanel({ certainty, audit }: ErrorPanelProps) {
  const { t } = useTranslation("reliability");
  const audited = audit !== undefined && audit.checked > 0;
  const fields: Carrier[] = audited
    ? audit.fields
    : certainty.fields.map((one) => ({
        name: one.field,
        checked: one.given + one.empty,
        wrong: one.given - one.right + one.empty - one.empty_right,
      }));
  return (
    <section className={`${panel.panel} ${classes.panel}`} aria-labelledby="errors">
      <div className={classes.title}>
        <h2 id="errors">{t("errors.title")}</h2>
        <span>{audited ? t("errors.audited") : t("errors.measured")}</span>
      </div>
      <Carriers what={t("errors.field")} carriers={fields} />
      {audited && audit.kinds.length > 0 && <Carriers what={t("errors.kind")} carriers={audit.kinds} />}
    </section>
  );
}

function Carriers({ what, carriers }: { what: string; carriers: readonly Carrier[] }) {
  const { t } = useTranslation("reliability");
  const formats = useFormats();
  const share = ({ wrong, checked }: Carrier) => (checked === 0 ? 0 : wrong / checked);
  const looked = carriers.filter((one) => one.checked > 0);
  const known = looked.filter((one) => one.wrong > 0).sort((a, b) => share(b) - share(a));
  const clean = looked.length - known.length;
  if (looked.length === 0) return <p className={classes.body}>{t("errors.none")}</p>;
  const most = Math.max(...known.map(share), 0.01);
  return (
    <>
      {known.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{what}</th>
              <td />
              <th scope="col" className={classes.number}>
                {t("errors.wrong")}
              </th>
              <th scope="col" className={classes.number}>
                {t("errors.of")}
              </th>
            </tr>
          </thead>
          <tbody>
            {known.map((one) => (
              <tr key={one.name}>
                <th scope="row">{one.name}</th>
                <td className={classes.meter} aria-hidden="true">
                  <span className={classes.share}>
                    <span style={{ width: `${(share(one) / most) * 100}%` }} />
                  </span>
                </td>
                <td className={classes.number}>{formats.rate(share(one), 1)}</td>
                <td className={classes.number}>
                  {t("errors.n_of", { n: formats.number(one.wrong), all: formats.number(one.checked) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {clean > 0 && (
        <p className={classes.body}>{t("errors.clean", { count: clean, n: formats.number(clean) })}</p>
      )}
    </>
  );
}
