import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { AuditRead } from "@/api/gen/types.gen";
import { BusyButton } from "@/components/ui/busy-button";
import { Icon } from "@/components/ui/icon";
import panel from "@/components/ui/panel.module.css";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

import { FIRST_GOAL, GOALS, moreNeeded, sampleFor } from "../api/bound";
import type { useAudits } from "../api/use-audit";

import { BoundScale } from "./bound-scale";
import classes from "./parts.module.css";

interface AuditPanelProps {
  audits: ReturnType<typeof useAudits>;
  onOpen: (auditId: number) => void;
}

/** The error rate of what nobody has reviewed is at most so large, and what is missing to the goal. */
export function AuditPanel({ audits: { list, draw }, onOpen }: AuditPanelProps) {
  const { t } = useTranslation("reliability");
  const formats = useFormats();
  const [goal, setGoal] = useState<number>(FIRST_GOAL);
  const newest = list.data?.items[0];
  const open = newest !== undefined && newest.next !== null;
  const drawNew = () => draw.mutate(sampleFor(goal), { onSuccess: (audit) => onOpen(audit.id) });
  return (
    <section className={`${panel.panel} ${classes.panel}`} aria-labelledby="stop">
      <div className={classes.title}>
        <h2 id="stop">{t("audit.title")}</h2>
        <span>{t("audit.what")}</span>
      </div>
      <div className={classes.body}>
        {list.isError && (
          <ProblemNote error={list.error} what={t("audit.failed")} retry={() => list.refetch()} />
        )}
        {newest !== undefined && newest.checked > 0 && <AuditResult audit={newest} goal={goal} />}
        {draw.isError && <ProblemNote error={draw.error} what={t("audit.not_drawn")} dismiss={draw.reset} />}
        <div className={classes.row}>
          <NativeSelect
            size="xs"
            label={t("audit.goal")}
            value={String(goal)}
            onChange={(event) => setGoal(Number(event.currentTarget.value))}
            data={GOALS.map((share) => ({
              value: String(share),
              label: t("audit.at_most", {
                share: formats.rate(share),
                n: formats.number(sampleFor(share)),
              }),
            }))}
          />
        </div>
        <div className={classes.row}>
          {open && (
            <Button onClick={() => onOpen(newest.id)}>
              {t("audit.go_on", {
                count: newest.size - newest.checked,
                n: formats.number(newest.size - newest.checked),
              })}
            </Button>
          )}
          <BusyButton
            variant={open ? "default" : "light"}
            busy={draw.isPending || list.isPending}
            onClick={drawNew}
          >
            {t(newest === undefined ? "audit.draw" : "audit.draw_new", {
              n: formats.number(sampleFor(goal)),
            })}
          </BusyButton>
        </div>
        <p className={classes.quiet}>{t("audit.blind")}</p>
      </div>
    </section>
  );
}

/** What the checked values prove. */
export function AuditResult({ audit, goal }: { audit: AuditRead; goal: number }) {
  const { t } = useTranslation("reliability");
  const formats = useFormats();
  const bound = formats.rate(audit.bound, 1);
  const more = moreNeeded(audit.wrong, audit.checked, goal);
  const n = (count: number) => ({ count, n: formats.number(count) });
  return (
    <div role="status" className={classes.list}>
      <p>
        <span className={classes.bound}>≤ {bound}</span> {t("audit.wrong_among")}
      </p>
      <p className={classes.quiet}>
        {t("audit.sample", { ...n(audit.wrong), all: formats.number(audit.checked) })}{" "}
        {audit.wrong > 0 && t("audit.by_much", { n: formats.number(audit.wrong_by_much) })}{" "}
        {t("audit.drawn", { when: formats.when(audit.created_at) })}
      </p>
      <BoundScale audit={audit} goal={goal} />
      <p className={classes.note} data-tone={more === 0 ? "ok" : undefined}>
        <Icon name={more === 0 ? "check" : "clock"} />
        <span>
          {more === 0 && t("audit.reached", { share: formats.rate(goal) })}
          {more !== null && more > 0 && t("audit.nearly", { ...n(more), share: formats.rate(goal) })}
          {more === null && t("audit.far", { share: formats.rate(goal) })}
        </span>
      </p>
    </div>
  );
}
