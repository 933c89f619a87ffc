import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { BatchRead, CardPageRead, RecordDetail } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { SaidText } from "@/components/ui/said-text";
import { useSaid } from "@/lib/said";

import type { Action, ActionId } from "../api/actions";
import { doubtfulOf } from "../api/fields";
import { CARD_DONE, type Desk } from "../api/use-desk";

import { FailedNote } from "./field-extras";
import classes from "./field-list.module.css";
import { FieldRow } from "./field-row";
import { FlagNote } from "./flag-note";
import { Keys } from "./keys";

interface FieldListProps {
  batch: BatchRead;
  record: RecordDetail;
  pages: readonly CardPageRead[];
  desk: Desk;
  onRetry: () => void;
}

/** The fields beside the card; what stands at the foot stays in view. */
export function FieldList({ batch, record, pages, desk, onRetry }: FieldListProps) {
  const { t } = useTranslation("verify");
  const said = useSaid();
  const list = useRef<HTMLDivElement>(null);
  const left = doubtfulOf(record, desk.names, desk.differ).length;

  // The row in focus has grown: all of it, not only its input, has to be in view.
  useEffect(() => {
    list.current?.querySelector("[data-focused]")?.scrollIntoView({ block: "nearest" });
  }, [desk.focused, record.filename]);

  return (
    <section className={classes.fields} aria-label={t("fields")}>
      {record.status === "failed" && (
        <p className={classes.unread}>
          <Icon name="warning" />
          <span>
            {t("unread")} <SaidText said={said.cause(record.cause, record.error)} />
          </span>
        </p>
      )}
      <FailedNote desk={desk} onRetry={onRetry} />
      <div ref={list} className={classes.rows}>
        {batch.fields.map((field, place) => (
          <FieldRow key={field.name} field={field} place={place} record={record} pages={pages} desk={desk} />
        ))}
      </div>
      {(desk.panel === "note" || typeof record.flag === "string") && (
        <FlagNote key={record.filename} flag={record.flag ?? null} desk={desk} />
      )}
      <div className={classes.foot}>
        <span className={classes.left}>
          {left === 0 ? t("none_doubtful") : t("doubtful_left", { count: left, n: left })}
        </span>
        <Button
          variant="default"
          leftSection={<Icon name="chevron_right" />}
          onClick={() => run(desk.actions, "skip")}
        >
          {t("skip")}
        </Button>
        <Button
          id={CARD_DONE}
          variant="filled"
          onClick={() => run(desk.actions, "done")}
          // Enter held down ends one card, not all that come.
          onKeyDown={(event) => event.repeat && event.preventDefault()}
          rightSection={<Keys keys="Ctrl+Enter" />}
        >
          {t("done")}
        </Button>
      </div>
    </section>
  );
}

function run(actions: readonly Action[], id: ActionId): void {
  actions.find((action) => action.id === id)?.run();
}
