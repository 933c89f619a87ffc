import { useTranslation } from "react-i18next";

import { EnginesView } from "@/features/engines/components/engines-view";
import { useDocumentTitle } from "@/lib/document-title";

export function EnginesPage() {
  const { t } = useTranslation("engines");
  useDocumentTitle(t("title"));
  return (
    <>
      <h1>{t("title")}</h1>
      <EnginesView />
    </>
  );
}
