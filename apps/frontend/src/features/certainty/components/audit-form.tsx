import { Textarea } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import type { AuditAnswered, AuditBlind, FieldIn } from "@/api/gen/types.gen";
import { BusyButton } from "@/components/ui/busy-button";
import { Icon } from "@/components/ui/icon";

import classes from "./audit-desk.module.css";

interface AuditFormProps {
  next: AuditBlind;
  field: FieldIn | undefined;
  answering: boolean;
  /** Null: nothing stands there. */
  onAnswer: (value: string | null) => void;
}

/** What is typed stays until it is saved; an empty input is no answer, since blank is one. */
export function AuditForm({ next, field, answering, onAnswer }: AuditFormProps) {
  const { t } = useTranslation("reliability");
  const [text, setText] = useState("");
  const [asked, setAsked] = useState(false);
  const missing = asked && text.trim() === "";
  const confirm = () => {
    setAsked(true);
    if (text.trim() !== "" && !answering) onAnswer(text.trim());
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    confirm();
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <Textarea
        autosize
        minRows={1}
        maxRows={6}
        ref={focusFirst}
        label={t("check.what", { field: next.field })}
        description={field?.description}
        error={missing ? t("check.empty") : undefined}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={press}
        classNames={{ input: classes.input ?? "" }}
      />
      <div className={classes.row}>
        <BusyButton type="submit" busy={answering}>
          {t("check.confirm")}
        </BusyButton>
        <BusyButton variant="default" busy={answering} onClick={() => onAnswer(null)}>
          {t("check.nothing")}
        </BusyButton>
      </div>
    </form>
  );
}

/** Each value comes with its own form: the hands stay on the keys. */
function focusFirst(input: HTMLTextAreaElement | null): void {
  input?.focus({ preventScroll: true });
}

/** Only now, after the answer, what the machine had read there. */
export function LastAnswer({ answered, batchName }: { answered: AuditAnswered; batchName: string }) {
  const { t } = useTranslation("reliability");
  const { correct, filename, field, machine, answer } = answered;
  return (
    <div className={classes.last} data-correct={correct || undefined} role="status">
      <Icon name={correct ? "check" : "warning"} />
      <div>
        <p>
          <b>{t(correct ? "check.same" : "check.other")}</b> {field}:{" "}
          <span className={classes.value}>{answer ?? t("check.blank")}</span>
          {!correct && (
            <>
              {", "}
              {t("check.read_as")} <span className={classes.value}>{machine ?? t("check.blank")}</span>
            </>
          )}
        </p>
        <Link to="/batches/$batchName/verify/$filename" params={{ batchName, filename }}>
          {t("check.look", { card: filename })}
        </Link>
      </div>
    </div>
  );
}
