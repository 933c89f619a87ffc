import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { TemplatesView } from "@/features/templates/components/templates-view";
import { useDocumentTitle } from "@/lib/document-title";

const route = getRouteApi("/templates");

export function TemplatesPage() {
  const { t } = useTranslation("templates");
  const { template } = route.useSearch();
  const navigate = route.useNavigate();
  useDocumentTitle(t("title"));
  return (
    <TemplatesView
      chosen={template}
      onChoose={(next) => void navigate({ search: next === undefined ? {} : { template: next } })}
    />
  );
}
