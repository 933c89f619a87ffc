import { Button, Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { listTemplatesOptions } from "@/api/gen/@tanstack/react-query.gen";
import type { TemplateRead } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";

import { differs, type Setup } from "../api/setup-draft";

import classes from "./template-choice.module.css";

interface TemplateChoiceProps {
  setup: Setup;
  locked: boolean;
  onTake: (template: TemplateRead) => void;
  onSave: () => void;
}

/** Where the fields come from, whether they still are what the template says, and the way to keep them for others. */
export function TemplateChoice({ setup, locked, onTake, onSave }: TemplateChoiceProps) {
  const { t } = useTranslation("setup");
  const templates = useQuery(listTemplatesOptions());
  const items = templates.data?.items ?? [];
  const own = items.find((template) => template.id === setup.template_id);
  return (
    <div className={classes.choice}>
      <Menu position="bottom-start" width={280} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button
            id="template-choice"
            variant="default"
            disabled={locked}
            rightSection={<Icon name="chevron_down" size={14} />}
          >
            <span className={classes.label}>{t("template.label")}</span>{" "}
            <span className={classes.name}>{own?.name ?? t("template.none")}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.menu}>
          <Menu.Label>
            {templates.isError
              ? t("template.failed")
              : items.length === 0
                ? t("template.no_items")
                : t("template.take")}
          </Menu.Label>
          {items.map((template, place) => (
            <Menu.Item
              key={template.id}
              data-autofocus={place === 0 || undefined}
              onClick={() => onTake(template)}
            >
              {template.name}{" "}
              <span className={classes.note}>
                {t("field_count", { count: template.fields.length, n: String(template.fields.length) })}
              </span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {own !== undefined && differs(setup, own) && (
        <span className={classes.note}>{t("template.changed")}</span>
      )}
      <Button
        variant="subtle"
        leftSection={<Icon name="save" size={14} />}
        disabled={setup.draft.fields.length === 0}
        onClick={onSave}
      >
        {t("template.save")}
      </Button>
    </div>
  );
}
