import { Kbd } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { CertaintySign } from "@/components/ui/certainty-sign";
import panel from "@/components/ui/panel.module.css";

import { KEYS, LIMITS, QUESTIONS, SIGNS, STEPS } from "../api/topics";

import classes from "./help-view.module.css";

const PARTS = ["walk", "signs", "keys", "questions", "limits"] as const;

/** All of the help on one page, so that the browser's own search finds every word of it. */
export function HelpView() {
  const { t } = useTranslation("help");
  return (
    <div className={classes.help}>
      <nav aria-label={t("contents")} className={classes.contents}>
        <ul>
          {PARTS.map((part) => (
            <li key={part}>
              <a href={`#${part}`}>{t(`part.${part}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={classes.parts}>
        <Topic part="walk">
          <p>{t("walk_lead")}</p>
          <ol className={classes.steps}>
            {STEPS.map((step) => (
              <li key={step}>
                <h3>{t(`walk.${step}.title`)}</h3>
                <p>{t(`walk.${step}.what`)}</p>
              </li>
            ))}
          </ol>
        </Topic>
        <Topic part="signs">
          <p>{t("signs_lead")}</p>
          <dl className={classes.signs}>
            {SIGNS.map((sign) => (
              <div key={sign}>
                <dt>
                  <CertaintySign certainty={sign} /> {t(`sign.${sign}.name`)}
                </dt>
                <dd>{t(`sign.${sign}.what`)}</dd>
              </div>
            ))}
          </dl>
        </Topic>
        <Topic part="keys">
          {KEYS.map(({ place, keys }) => (
            <section key={place} aria-labelledby={`keys-${place}`}>
              <h3 id={`keys-${place}`}>{t(`keys.${place}`)}</h3>
              <table className={classes.keys}>
                <thead>
                  <tr>
                    <th scope="col">{t("key")}</th>
                    <th scope="col">{t("does")}</th>
                  </tr>
                </thead>
                <tbody>
                  {keys.map(({ id, strokes }) => (
                    <tr key={id}>
                      <td>
                        {strokes.map((stroke) => (
                          <Kbd key={stroke} className={classes.stroke}>
                            {stroke}
                          </Kbd>
                        ))}
                      </td>
                      <td>{t(`does_key.${id}`)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          ))}
        </Topic>
        <Topic part="questions">
          {QUESTIONS.map((question) => (
            <div key={question}>
              <h3>{t(`question.${question}.ask`)}</h3>
              <p>{t(`question.${question}.answer`)}</p>
            </div>
          ))}
        </Topic>
        <Topic part="limits">
          <ul className={classes.limits}>
            {LIMITS.map((limit) => (
              <li key={limit}>{t(`limit.${limit}`)}</li>
            ))}
          </ul>
        </Topic>
      </div>
    </div>
  );
}

function Topic({ part, children }: { part: (typeof PARTS)[number]; children: ReactNode }) {
  const { t } = useTranslation("help");
  return (
    <section
      id={part}
      className={`${panel.panel} ${classes.part}`}
      aria-labelledby={`${part}-title`}
      tabIndex={-1}
    >
      <h2 id={`${part}-title`}>{t(`part.${part}`)}</h2>
      {children}
    </section>
  );
}
