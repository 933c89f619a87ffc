import { useTranslation } from "react-i18next";

import { useDocumentTitle } from "@/lib/document-title";

export function VerifyPage() {
  const { t } = useTranslation("places");
  useDocumentTitle(t("verify"));
  return <h1>{t("verify")}</h1>;
}
