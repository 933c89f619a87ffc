import { ActionIcon, Button, Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { useFormats } from "@/lib/format";

import { type BatchAction, batchActions } from "../api/batch-actions";

import classes from "./batch-buttons.module.css";

interface BatchButtonsProps {
  batch: BatchRead;
  open: boolean;
  busy: boolean;
  onRun: (action: BatchAction) => void;
}

/** The next step, what stands beside it, and the menu with the rest; all from one list. */
export function BatchButtons({ batch, open, busy, onRun }: BatchButtonsProps) {
  const { t } = useTranslation("batches");
  const formats = useFormats();
  const actions = batchActions(batch);
  const inMenu = actions.filter((action) => action.place === "menu");

  const opens = ({ id }: BatchAction) => id === "watch" || id === "preview";
  const closes = (action: BatchAction) => opens(action) && open;
  const label = ({ id, place }: BatchAction) => {
    // In the menu the number stands nowhere near; in the row it is beside the button already.
    if (id === "retry_failed" && place === "menu") {
      return t("action.retry_n_failed", { count: batch.failed, n: formats.number(batch.failed) });
    }
    return t(`action.${id}`);
  };

  return (
    <div className={classes.buttons} role="group" aria-label={t("action.group", { batch: batch.title })}>
      {actions
        .filter((action) => action.place !== "menu")
        .sort((a, b) => Number(a.place === "next") - Number(b.place === "next"))
        .map((action) => (
          <Button
            key={action.id}
            variant={action.place === "next" ? "light" : "default"}
            leftSection={
              action.place === "next" ? (
                <Icon name={closes(action) ? "chevron_up" : action.icon} />
              ) : undefined
            }
            loading={busy && action.command !== undefined}
            aria-expanded={opens(action) ? open : undefined}
            onClick={() => onRun(action)}
          >
            {closes(action) ? t("action.close") : label(action)}
          </Button>
        ))}
      {inMenu.length > 0 && (
        <Menu
          id={`more-${batch.name}`}
          position="bottom-end"
          width={220}
          withinPortal={false}
          withInitialFocusPlaceholder={false}
        >
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={30}
              aria-label={t("action.more", { batch: batch.title })}
            >
              <Icon name="dots" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {inMenu.map((action, place) => (
              <MenuAction
                key={action.id}
                action={action}
                label={label(action)}
                first={place === 0}
                onRun={onRun}
              />
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}

interface MenuActionProps {
  action: BatchAction;
  label: string;
  /** Gets the focus when the menu opens. */
  first: boolean;
  onRun: (action: BatchAction) => void;
}

function MenuAction({ action, label, first, onRun }: MenuActionProps) {
  const icon = <Icon name={action.icon} />;
  const focus = { "data-autofocus": first || undefined };
  if (action.href !== undefined) {
    return (
      <Menu.Item component="a" href={action.href} download leftSection={icon} {...focus}>
        {label}
      </Menu.Item>
    );
  }
  return (
    <>
      {action.grave === true && <Menu.Divider />}
      <Menu.Item
        leftSection={icon}
        className={action.grave === true ? classes.grave : undefined}
        onClick={() => onRun(action)}
        {...focus}
      >
        {label}
      </Menu.Item>
    </>
  );
}
