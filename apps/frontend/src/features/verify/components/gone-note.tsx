import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useAnnounce } from "@/components/ui/announcer";
import { Icon } from "@/components/ui/icon";

import { asTable, type Leftover } from "../api/leftovers";

import classes from "./gone-note.module.css";

/** In place of the cards of a batch that was deleted meanwhile: what was typed stays in view and can be copied. */
export function GoneNote({ title, leftovers }: { title: string; leftovers: readonly Leftover[] }) {
  const { t } = useTranslation("verify");
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await window.navigator.clipboard.writeText(asTable(leftovers, t("action.flag")));
    setCopied(true);
    announce(t("gone.copied"));
  };
  // Over plain HTTP from another machine a browser gives no clipboard; the table can be marked there, too.
  const copies = "clipboard" in window.navigator && leftovers.length > 0;
  return (
    <section className={classes.note} aria-labelledby="gone">
      <div role="alert">
        <h2 id="gone">
          <Icon name="warning" />
          {t("gone.title", { batch: title })}
        </h2>
        <p>{t(leftovers.length === 0 ? "gone.nothing_left" : "gone.left")}</p>
      </div>
      {leftovers.length > 0 && (
        <div className={classes.texts}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("card")}</th>
                <th scope="col">{t("gone.field")}</th>
                <th scope="col">{t("gone.text")}</th>
              </tr>
            </thead>
            <tbody>
              {leftovers.map((one) => (
                <tr key={`${one.filename}/${one.field ?? ""}`}>
                  <td>{one.filename}</td>
                  <td>{one.field ?? t("action.flag")}</td>
                  <td className={classes.text}>{one.text === "" ? t("empty") : one.text}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={classes.ways}>
        {copies && (
          <Button
            variant="default"
            leftSection={<Icon name={copied ? "check" : "copy"} />}
            onClick={() => void copy()}
          >
            {t(copied ? "gone.copied" : "gone.copy")}
          </Button>
        )}
        <Button renderRoot={(props) => <Link to="/" {...props} />}>{t("gone.to_batches")}</Button>
      </div>
    </section>
  );
}
