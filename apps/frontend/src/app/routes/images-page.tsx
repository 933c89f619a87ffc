import { useTranslation } from "react-i18next";

import { useDocumentTitle } from "@/lib/document-title";

export function ImagesPage() {
  const { t } = useTranslation("places");
  useDocumentTitle(t("images"));
  return <h1>{t("images")}</h1>;
}
