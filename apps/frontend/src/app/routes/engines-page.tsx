import { useTranslation } from "react-i18next";

import { useDocumentTitle } from "@/lib/document-title";

export function EnginesPage() {
  const { t } = useTranslation("places");
  useDocumentTitle(t("engines"));
  return <h1>{t("engines")}</h1>;
}
