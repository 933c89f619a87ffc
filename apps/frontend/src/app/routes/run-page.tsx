import { useTranslation } from "react-i18next";

import { useDocumentTitle } from "@/lib/document-title";

export function RunPage() {
  const { t } = useTranslation("places");
  useDocumentTitle(t("run"));
  return <h1>{t("run")}</h1>;
}
