import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { CardPageRead, RecordDetail } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { TroubleText } from "@/components/ui/trouble-text";

import type { Desk } from "../api/use-desk";

import classes from "./field-extras.module.css";
import { Keys } from "./keys";
import { Offers } from "./offers";
import { Why } from "./why";

interface FieldExtrasProps {
  name: string;
  record: RecordDetail;
  pages: readonly CardPageRead[];
  desk: Desk;
}

/** Under the field in focus: what another person saved, other values, what the machine says now. */
export function FieldExtras({ name, record, pages, desk }: FieldExtrasProps) {
  const { t } = useTranslation("verify");
  const clash = desk.card.clashes[name];
  const draft = desk.card.typed[name];
  const stands = record.data[name] ?? null;
  if (clash !== undefined) return <ClashNote name={name} desk={desk} />;
  return (
    <>
      {draft !== undefined && draft.base !== stands && (
        <p className={classes.note} role="status">
          <Icon name="warning" />
          <span>
            {t("changed_underneath")} <span className={classes.value}>{stands ?? t("empty")}</span>
          </span>
        </p>
      )}
      <Offers name={name} record={record} desk={desk} />
      <Why name={name} record={record} pages={pages} />
    </>
  );
}

/** The keys are named where they hold: while the focus is in this field. */
function ClashNote({ name, desk }: Omit<FieldExtrasProps, "record" | "pages">) {
  const { t } = useTranslation("verify");
  const clash = desk.card.clashes[name];
  if (clash === undefined) return null;
  const here = desk.focused === name;
  return (
    <div className={classes.clash} role="alert">
      <Icon name="warning" />
      <div>
        <p>
          <b>{t("clash.title")}</b> {t("clash.theirs")}{" "}
          <span className={classes.value}>{clash.theirs ?? t("empty")}</span>
        </p>
        <p>
          {t("clash.mine")} <span className={classes.value}>{clash.mine ?? t("empty")}</span>
        </p>
        <div className={classes.choice}>
          <Button
            variant="filled"
            onClick={() => desk.keepMine(name)}
            rightSection={here && <Keys keys="Enter" />}
          >
            {t("clash.keep_mine")}
          </Button>
          <Button
            variant="default"
            onClick={() => desk.takeTheirs(name)}
            rightSection={here && <Keys keys="ArrowDown" />}
          >
            {t("clash.take_theirs")}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Over the fields: the card could not be saved; everything typed is still in its field. */
export function FailedNote({ desk, onRetry }: { desk: Desk; onRetry: () => void }) {
  const { t } = useTranslation("verify");
  const { t: tell } = useTranslation("problem");
  const failed = desk.card.failed;
  if (failed === null) return null;
  return (
    <div className={classes.failed} role="alert">
      <Icon name="warning" />
      <div>
        <b>{t("not_saved")}</b> {failed.error !== undefined && <TroubleText error={failed.error} />}
      </div>
      <Button variant="default" onClick={onRetry}>
        {tell("try_again")}
      </Button>
    </div>
  );
}
