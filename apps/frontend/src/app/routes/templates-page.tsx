import { useTranslation } from "react-i18next";

import { useDocumentTitle } from "@/lib/document-title";

export function TemplatesPage() {
  const { t } = useTranslation("places");
  useDocumentTitle(t("templates"));
  return <h1>{t("templates")}</h1>;
}
