import { useTranslation } from "react-i18next";

import { HelpView } from "@/features/help/components/help-view";
import { useDocumentTitle } from "@/lib/document-title";

export function HelpPage() {
  const { t } = useTranslation("help");
  useDocumentTitle(t("title"));
  return (
    <>
      <h1>{t("title")}</h1>
      <HelpView />
    </>
  );
}
