import { useTranslation } from "react-i18next";

import { useDocumentTitle } from "@/lib/document-title";

export function ResultsPage() {
  const { t } = useTranslation("places");
  useDocumentTitle(t("results"));
  return <h1>{t("results")}</h1>;
}
