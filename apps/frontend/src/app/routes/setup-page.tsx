import { useTranslation } from "react-i18next";

import { useDocumentTitle } from "@/lib/document-title";

export function SetupPage() {
  const { t } = useTranslation("places");
  useDocumentTitle(t("setup"));
  return <h1>{t("setup")}</h1>;
}
