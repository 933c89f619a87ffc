import { Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { BatchRead, CertaintyRead } from "@/api/gen/types.gen";
import { ProblemNote } from "@/components/ui/problem-note";
import { Tag } from "@/components/ui/tag";
import { useFormats } from "@/lib/format";

import { type CertaintySearch, FIRST_PRECISION } from "../api/certainty-search";
import { useAudits } from "../api/use-audit";
import { useCertainty } from "../api/use-certainty";

import { AcceptPanel } from "./accept-panel";
import { AuditDesk } from "./audit-desk";
import { AuditPanel } from "./audit-panel";
import classes from "./certainty-view.module.css";
import { ErrorPanel } from "./error-panel";
import { ReliabilityPanel } from "./reliability-panel";

interface CertaintyViewProps {
  batch: BatchRead;
  search: CertaintySearch;
  onSearch: (change: CertaintySearch) => void;
  /** "Is it still learning?" */
  learning: ReactNode;
}

/** What the figures are worth, what may be accepted unseen, and whether one may stop. */
export function CertaintyView({ batch, search, onSearch, learning }: CertaintyViewProps) {
  const { t } = useTranslation("reliability");
  const certainty = useCertainty(batch.name, search.precision ?? FIRST_PRECISION);
  const audits = useAudits(batch.name);
  const known = certainty.data;
  if (search.audit !== undefined) {
    return (
      <AuditDesk
        key={search.audit}
        batch={batch}
        auditId={search.audit}
        onLeave={() => onSearch({ ...search, audit: undefined })}
      />
    );
  }
  return (
    <>
      <div className={classes.head}>
        <h1>{t("title")}</h1>
        {known !== undefined && <Calibration certainty={known} />}
      </div>
      {certainty.isError && (
        <ProblemNote error={certainty.error} what={t("failed")} retry={() => certainty.refetch()} />
      )}
      {certainty.isPending && (
        <div role="status" aria-label={t("loading")} className={classes.grid}>
          <Skeleton height={360} />
          <Skeleton height={360} />
          <Skeleton height={360} />
        </div>
      )}
      {known !== undefined && (
        <div className={classes.grid}>
          <ReliabilityPanel certainty={known} />
          <AcceptPanel batchName={batch.name} certainty={known} search={search} onSearch={onSearch} />
          <AuditPanel audits={audits} onOpen={(audit) => onSearch({ ...search, audit })} />
          <div className={classes.wide}>{learning}</div>
          <ErrorPanel certainty={known} audit={audits.list.data?.items[0]} />
        </div>
      )}
    </>
  );
}

function Calibration({ certainty }: { certainty: CertaintyRead }) {
  const { t } = useTranslation("reliability");
  const formats = useFormats();
  const { verified, measured_on: measured, needed } = certainty;
  const n = (count: number) => ({ count, n: formats.number(count) });
  return (
    <>
      {certainty.calibrated ? (
        <Tag tone="ok" icon="check">
          {t("calibrated", n(measured))}
        </Tag>
      ) : (
        <Tag tone="mid" icon="clock">
          {t("not_calibrated")}
        </Tag>
      )}
      <span className={classes.quiet} title={t("counts")}>
        {certainty.calibrated
          ? certainty.error !== null && t("error", { error: formats.fixed(certainty.error, 3) })
          : verified < needed
            ? t("needed", { ...n(verified), all: formats.number(needed) })
            : t("with_next_training", n(verified))}{" "}
        {measured > 0 && measured < verified && t("measured_on", n(measured))}
      </span>
    </>
  );
}
