import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useDocumentTitle } from "@/lib/document-title";

export function NotFoundPage({ what }: { what?: "batch" }) {
  const { t } = useTranslation("app");
  useDocumentTitle(t("not_found.title"));
  return (
    <>
      <h1>{t("not_found.title")}</h1>
      {what === "batch" && <p role="status">{t("not_found.batch")}</p>}
      <p>
        <Link to="/">{t("not_found.back")}</Link>
      </p>
    </>
  );
}
