import { useTranslation } from "react-i18next";

import { useDocumentTitle } from "@/lib/document-title";

export function HelpPage() {
  const { t } = useTranslation("places");
  useDocumentTitle(t("help"));
  return <h1>{t("help")}</h1>;
}
