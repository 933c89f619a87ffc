import { Button } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "@/components/ui/icon";

import type { Desk } from "../api/use-desk";

import classes from "./flag-note.module.css";
import { Keys } from "./keys";

/** A card set apart for a second look, with the reason; in the flow, so nothing covers the card. */
export function FlagNote({ flag, desk }: { flag: string | null; desk: Desk }) {
  return desk.panel === "note" ? <Writing flag={flag} desk={desk} /> : <Standing flag={flag ?? ""} />;
}

function Standing({ flag }: { flag: string }) {
  const { t } = useTranslation("verify");
  return (
    <p className={classes.flag}>
      <Icon name="flag" />
      <span className={classes.words}>{flag === "" ? t("flag.without_note") : flag}</span>
      <Keys keys="Alt+M" />
    </p>
  );
}

function Writing({ flag, desk }: { flag: string | null; desk: Desk }) {
  const { t } = useTranslation("verify");
  const [note, setNote] = useState(flag ?? "");
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter") desk.flag(note.trim());
    else if (event.key === "Escape" || (event.altKey && event.code === "KeyM")) desk.closePanel();
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.flag}>
      <Icon name="flag" />
      <label htmlFor="flag-note">{t("flag.note")}</label>
      <input
        ref={input}
        id="flag-note"
        className={classes.input}
        value={note}
        maxLength={2000}
        autoComplete="off"
        onChange={(event) => setNote(event.currentTarget.value)}
        onKeyDown={press}
      />
      <Button variant="light" onClick={() => desk.flag(note.trim())} rightSection={<Keys keys="Enter" />}>
        {t("flag.set")}
      </Button>
      {flag !== null && (
        <Button variant="default" onClick={() => desk.flag(null)}>
          {t("flag.take_away")}
        </Button>
      )}
    </div>
  );
}
