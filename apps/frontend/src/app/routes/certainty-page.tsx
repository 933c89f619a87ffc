import { useTranslation } from "react-i18next";

import { useDocumentTitle } from "@/lib/document-title";

export function CertaintyPage() {
  const { t } = useTranslation("places");
  useDocumentTitle(t("certainty"));
  return <h1>{t("certainty")}</h1>;
}
