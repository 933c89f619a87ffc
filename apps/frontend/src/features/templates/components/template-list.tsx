import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { TemplateRead } from "@/api/gen/types.gen";
import panel from "@/components/ui/panel.module.css";
import { useFormats } from "@/lib/format";

import classes from "./templates-view.module.css";

interface TemplateListProps {
  templates: readonly TemplateRead[];
  chosen: number | undefined;
}

export function TemplateList({ templates, chosen }: TemplateListProps) {
  const { t } = useTranslation("templates");
  const formats = useFormats();
  return (
    <nav className={`${panel.panel} ${classes.list}`} aria-label={t("list")}>
      <ul>
        {templates.map((template) => (
          <li key={template.id}>
            <Link
              to="/templates"
              search={{ template: template.id }}
              className={classes.item}
              aria-current={template.id === chosen ? "page" : undefined}
            >
              <span className={classes.name}>{template.name}</span>
              <span className={classes.note}>
                {t("fields", { count: template.fields.length, n: formats.number(template.fields.length) })}
                {" · "}
                {t("used", {
                  count: template.batches?.length ?? 0,
                  n: formats.number(template.batches?.length ?? 0),
                })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
