import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { LearningRead, RefieldingRead } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { TroubleText } from "@/components/ui/trouble-text";
import { useFormats } from "@/lib/format";

import { isTelling } from "../api/use-learning";
import { isUnused, type Refielding } from "../api/use-refielding";

import classes from "./refield-news.module.css";

interface RefieldNewsProps {
  learning: LearningRead;
  refielding: Refielding;
  /** In one line: where something newer is on offer, the last change is left to the details. */
  brief?: boolean;
  /** A button that is about to go was pressed: the focus needs another place. */
  onPressed?: () => void;
}

/** What the last fielding changed, with the way back; or the offer to use what was learned on the other cards. */
export function RefieldNews({ learning, refielding, brief = false, onPressed }: RefieldNewsProps) {
  const { t } = useTranslation("learning");
  const { newest, begin, takeBack } = refielding;
  const busy = begin.isPending || newest?.status === "running";
  const offered = isUnused(learning, newest) && !busy && !refielding.list.isPending;
  const done = !busy && newest?.status === "done" && !(brief && offered) ? newest : undefined;
  const failure = begin.error ?? takeBack.error ?? refielding.list.error;
  return (
    <>
      <span className={classes.news} role="status">
        {busy && (
          <>
            <Icon name="refresh" size={14} />
            {t("refield.running")}
          </>
        )}
        {done !== undefined && <Changed done={done} />}
        {!busy && newest?.status === "taken_back" && t("refield.taken_back")}
        {!busy && newest?.status === "failed" && t("refield.stopped")}
      </span>
      {failure !== null && <Failure error={failure} />}
      {done !== undefined && (
        <Button
          variant="default"
          size="compact-sm"
          disabled={takeBack.isPending}
          leftSection={<Icon name="undo" size={14} />}
          onClick={() => {
            takeBack.mutate(done.id);
            onPressed?.();
          }}
        >
          {t("refield.take_back")}
        </Button>
      )}
      {offered && (
        <Button
          variant={learning.model !== null && isTelling(learning.model) ? "light" : "default"}
          size="compact-sm"
          onClick={() => {
            begin.mutate();
            onPressed?.();
          }}
        >
          {t("refield.use")}
        </Button>
      )}
    </>
  );
}

export function Failure({ error }: { error: unknown }) {
  return (
    <span className={classes.failure} role="alert">
      <Icon name="warning" size={14} />
      <TroubleText error={error} />
    </span>
  );
}

/** "417 values changed, 52 newly filled". */
export function Changed({ done }: { done: Pick<RefieldingRead, "changed" | "filled" | "emptied"> }) {
  const { t } = useTranslation("learning");
  const formats = useFormats();
  const n = (value: number) => ({ count: value, n: formats.number(value) });
  if (done.changed + done.filled + done.emptied === 0) return <>{t("refield.nothing")}</>;
  return (
    <>
      <Icon name="check" size={14} />
      <span>
        {t("refield.changed", n(done.changed))}, {t("refield.filled", n(done.filled))}
        {done.emptied > 0 && `, ${t("refield.emptied", n(done.emptied))}`}
      </span>
    </>
  );
}
