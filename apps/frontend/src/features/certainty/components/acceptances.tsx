import { useTranslation } from "react-i18next";

import { useAnnounce } from "@/components/ui/announcer";
import { BusyButton } from "@/components/ui/busy-button";
import { Icon } from "@/components/ui/icon";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

import type { useAcceptances } from "../api/use-certainty";

import classes from "./parts.module.css";

/** What was accepted unseen so far, each with the way back. */
export function Acceptances({ acceptances }: { acceptances: ReturnType<typeof useAcceptances> }) {
  const { t } = useTranslation("reliability");
  const formats = useFormats();
  const announce = useAnnounce();
  const { list, undo } = acceptances;
  if (list.isError)
    return <ProblemNote error={list.error} what={t("accepted.failed")} retry={() => list.refetch()} />;
  const items = (list.data?.items ?? []).filter((one) => one.count > 0);
  if (items.length === 0) return null;
  return (
    <div className={classes.body}>
      <h3>{t("accepted.title")}</h3>
      {undo.isError && (
        <ProblemNote error={undo.error} what={t("accepted.not_undone")} dismiss={undo.reset} />
      )}
      <ul className={classes.list}>
        {items.map((one) => {
          const what = t("accepted.one", {
            count: one.count,
            n: formats.number(one.count),
            at: formats.fixed(one.at, 2),
            when: formats.when(one.created_at),
          });
          return (
            <li key={one.id} className={classes.row}>
              <span>{what}</span>
              {one.undone_at === null ? (
                <BusyButton
                  variant="default"
                  size="compact-sm"
                  leftSection={<Icon name="undo" size={14} />}
                  aria-label={t("accepted.undo_this", { what })}
                  busy={undo.isPending}
                  onClick={() =>
                    undo.mutate(one.id, { onSuccess: () => announce(t("accepted.undone_said")) })
                  }
                >
                  {t("accepted.undo")}
                </BusyButton>
              ) : (
                <span className={classes.quiet}>{t("accepted.undone")}</span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
