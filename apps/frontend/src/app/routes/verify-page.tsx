import { useNavigate } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";

import { useVerified } from "@/features/learning/api/use-learning";
import { LearningBar } from "@/features/learning/components/learning-bar";
import { UncalibratedNote } from "@/features/learning/components/uncalibrated-note";
import type { QueueView } from "@/features/verify/api/queue-view";
import { VerifyWorkbench } from "@/features/verify/components/verify-workbench";
import { useDocumentTitle } from "@/lib/document-title";

import { verifyCardRoute, verifyRoute } from "./verify-route";

/** The first card of the queue; its address replaces this one as soon as it is known. */
export function VerifyPage() {
  const { batchName } = verifyRoute.useParams();
  return <Verify batchName={batchName} filename={undefined} view={verifyRoute.useSearch()} />;
}

export function VerifyCardPage() {
  const { batchName, filename } = verifyCardRoute.useParams();
  return <Verify batchName={batchName} filename={filename} view={verifyCardRoute.useSearch()} />;
}

interface VerifyProps {
  batchName: string;
  filename: string | undefined;
  view: QueueView;
}

function Verify({ batchName, filename, view }: VerifyProps) {
  const { t } = useTranslation("places");
  const navigate = useNavigate();
  useDocumentTitle(filename === undefined ? t("verify") : `${filename} · ${t("verify")}`);
  const [fielded, setFielded] = useState(0);
  const { order, show, field } = view;
  const onCard = useCallback(
    (name: string, replace = false) =>
      void navigate({
        to: verifyCardRoute.to,
        params: { batchName, filename: name },
        search: { order, show, field },
        replace,
      }),
    [navigate, batchName, order, show, field],
  );
  // Another queue begins with its own first card.
  const onView = (change: Partial<QueueView>) =>
    void navigate({ to: verifyRoute.to, params: { batchName }, search: { order, show, field, ...change } });
  return (
    <VerifyWorkbench
      batchName={batchName}
      filename={filename}
      view={view}
      onView={onView}
      onCard={onCard}
      onSaved={useVerified(batchName)}
      fielded={fielded}
      learning={
        <>
          <LearningBar key={batchName} batchName={batchName} onFielded={() => setFielded((n) => n + 1)} />
          <UncalibratedNote batchName={batchName} />
        </>
      }
    />
  );
}
