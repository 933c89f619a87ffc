import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import classes from "./broken-note.module.css";
import { Icon } from "./icon";

/**
 * A part of the page broke, most often because a newer version was installed and an open page asks for a file that
 * is no more. What is saved is with the service, so loading anew loses nothing.
 */
export function BrokenNote({ error }: { error: unknown }) {
  const { t } = useTranslation("app");
  return (
    <div role="alert" className={classes.note}>
      <h2>{t("broken.title")}</h2>
      <p>{t("broken.what")}</p>
      <p lang="en">
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </p>
      <Button leftSection={<Icon name="refresh" />} onClick={() => window.location.reload()}>
        {t("broken.reload")}
      </Button>
    </div>
  );
}
