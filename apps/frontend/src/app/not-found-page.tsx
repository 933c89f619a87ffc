import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

export function NotFoundPage() {
  const { t } = useTranslation("app");
  return (
    <>
      <h1>{t("not_found.title")}</h1>
      <p>
        <Link to="/">{t("not_found.back")}</Link>
      </p>
    </>
  );
}
