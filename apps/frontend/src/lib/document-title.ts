import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/** The place first: tabs are narrow. */
export function useDocumentTitle(place: string): void {
  const { t } = useTranslation("app");
  const name = t("name");
  useEffect(() => {
    document.title = `${place} · ${name}`;
  }, [name, place]);
}
