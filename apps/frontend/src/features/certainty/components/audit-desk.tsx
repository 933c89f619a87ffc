import { Button, Loader } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { AuditRead, BatchRead } from "@/api/gen/types.gen";
import { ProblemNote } from "@/components/ui/problem-note";
import { useFormats } from "@/lib/format";

import { FIRST_GOAL } from "../api/bound";
import { useAudit, useAuditPages } from "../api/use-audit";

import { AuditCard } from "./audit-card";
import classes from "./audit-desk.module.css";
import { AuditForm, LastAnswer } from "./audit-form";
import { AuditResult } from "./audit-panel";

interface AuditDeskProps {
  batch: BatchRead;
  auditId: number;
  onLeave: () => void;
}

/** One value after the other, the machine's hidden: what stands on the card there? */
export function AuditDesk({ batch, auditId, onLeave }: AuditDeskProps) {
  const { t } = useTranslation("reliability");
  const formats = useFormats();
  const { audit, answer } = useAudit(batch.name, auditId);
  const next = audit.data?.next ?? undefined;
  const pages = useAuditPages(batch.name, next?.filename);
  const last = answer.data?.answered.find((one) => one.place === answer.variables.place);

  if (audit.isPending) return <Loader size="sm" aria-label={t("check.loading")} />;
  if (audit.data === undefined) {
    return <ProblemNote error={audit.error} what={t("check.failed")} retry={() => audit.refetch()} />;
  }
  const field = batch.fields.find((one) => one.name === next?.field);
  return (
    <>
      <div className={classes.head}>
        <h1>{t("check.title")}</h1>
        <span className={classes.quiet} role="status">
          {t("check.done_of", {
            n: formats.number(audit.data.checked),
            all: formats.number(audit.data.size),
          })}
        </span>
        <Button className={classes.leave} variant="default" onClick={onLeave}>
          {t("check.leave")}
        </Button>
      </div>
      {next === undefined ? (
        <Finished audit={audit.data} batchName={batch.name} />
      ) : (
        <div className={classes.desk}>
          <AuditCard filename={next.filename} pages={pages} />
          <section className={classes.side} aria-label={t("check.answer")}>
            <AuditForm
              key={next.place}
              next={next}
              field={field}
              answering={answer.isPending}
              onAnswer={(value) => answer.mutate({ place: next.place, value })}
            />
            {answer.isError && (
              <ProblemNote
                error={answer.error}
                what={t("check.not_saved")}
                retry={() => answer.mutate(answer.variables)}
              />
            )}
            {last !== undefined && <LastAnswer answered={last} batchName={batch.name} />}
            <p className={classes.quiet}>{t("audit.blind")}</p>
          </section>
        </div>
      )}
    </>
  );
}

function Finished({ audit, batchName }: { audit: AuditRead; batchName: string }) {
  const { t } = useTranslation("reliability");
  const wrong = audit.answered.filter((one) => !one.correct);
  return (
    <div className={classes.finished}>
      <h2>{t("check.finished")}</h2>
      <AuditResult audit={audit} goal={FIRST_GOAL} />
      {wrong.length > 0 && (
        <>
          <h3>{t("check.differ")}</h3>
          <ul className={classes.list}>
            {wrong.map((one) => (
              <li key={one.place}>
                <Link
                  to="/batches/$batchName/verify/$filename"
                  params={{ batchName, filename: one.filename }}
                >
                  {one.filename}
                </Link>{" "}
                {one.field}: <span className={classes.value}>{one.answer ?? t("check.blank")}</span>{" "}
                {t("check.read_as")} <span className={classes.value}>{one.machine ?? t("check.blank")}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
