import { ActionIcon, Button, Checkbox, Popover } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { FieldIn } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";

import { AS_IT_CAME, type ColumnLayout, moved, ordered, shownOrHidden } from "../api/column-layout";

import classes from "./forms.module.css";

interface ColumnsMenuProps {
  fields: readonly FieldIn[];
  layout: ColumnLayout;
  onLayout: (layout: ColumnLayout) => void;
}

/** Which columns, and in which order; widths are drawn in the table's head. */
export function ColumnsMenu({ fields, layout, onLayout }: ColumnsMenuProps) {
  const { t } = useTranslation("results");
  const names = fields.map(({ name }) => name);
  const order = ordered(layout, names);
  return (
    <Popover position="bottom-end" width={300} shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<Icon name="columns" size={14} />}>
          {t("columns.label")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("columns.label")}>
        <ul className={classes.list}>
          {order.map((name, place) => (
            <li key={name} className={classes.row}>
              <Checkbox
                size="xs"
                label={name}
                checked={!layout.hidden.includes(name)}
                onChange={(event) => onLayout(shownOrHidden(layout, name, event.currentTarget.checked))}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                aria-label={t("columns.left", { name })}
                disabled={place === 0}
                onClick={() => onLayout(moved(layout, names, name, -1))}
              >
                <Icon name="chevron_up" size={14} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                aria-label={t("columns.right", { name })}
                disabled={place === order.length - 1}
                onClick={() => onLayout(moved(layout, names, name, 1))}
              >
                <Icon name="chevron_down" size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
        <p className={classes.note}>{t("columns.widths")}</p>
        <Button variant="subtle" onClick={() => onLayout(AS_IT_CAME)}>
          {t("columns.reset")}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
