import { ActionIcon, Button, Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { useFormats } from "@/lib/format";

import { type BatchAction, batchActions, exports } from "../api/batch-actions";

import classes from "./batch-buttons.module.css";
import { MenuAction } from "./menu-action";

interface BatchButtonsProps {
  batch: BatchRead;
  busy: boolean;
  onRun: (action: BatchAction) => void;
}

/** The next step, what stands beside it, and the menu with the rest; all from one list. */
export function BatchButtons({ batch, busy, onRun }: BatchButtonsProps) {
  const { t } = useTranslation("batches");
  const formats = useFormats();
  const actions = batchActions(batch);
  const inMenu = actions.filter((action) => action.stand === "menu");
  const label = ({ id, stand }: BatchAction) => {
    // In the menu the number stands nowhere near; in the row it is beside the button already.
    if (id === "retry_failed" && stand === "menu") {
      return t("action.retry_n_failed", { count: batch.failed, n: formats.number(batch.failed) });
    }
    return t(`action.${id}`);
  };

  return (
    <div className={classes.buttons} role="group" aria-label={t("action.group", { batch: batch.title })}>
      {actions
        .filter((action) => action.stand !== "menu")
        .map((action) =>
          action.id === "export" ? (
            <ExportMenu key={action.id} batch={batch} />
          ) : (
            <RowAction
              key={action.id}
              batchName={batch.name}
              action={action}
              label={label(action)}
              busy={busy}
              onRun={onRun}
            />
          ),
        )}
      <Menu
        id={`more-${batch.name}`}
        position="bottom-end"
        width={240}
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
              batchName={batch.name}
              action={action}
              label={label(action)}
              first={place === 0}
              onRun={onRun}
            />
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

interface RowActionProps {
  batchName: string;
  action: BatchAction;
  label: string;
  busy: boolean;
  onRun: (action: BatchAction) => void;
}

function RowAction({ batchName, action, label, busy, onRun }: RowActionProps) {
  const next = action.stand === "next";
  const look = {
    variant: next ? "light" : "default",
    leftSection: next ? <Icon name={action.icon} /> : undefined,
  } as const;
  if (action.command === undefined && action.go !== undefined) {
    return (
      <Button
        {...look}
        renderRoot={(props) => (
          <Link to={`/batches/$batchName/${action.go ?? "results"}`} params={{ batchName }} {...props} />
        )}
      >
        {label}
      </Button>
    );
  }
  return (
    <Button {...look} loading={busy} onClick={() => onRun(action)}>
      {label}
    </Button>
  );
}

/** All is verified: what is left is to hand it over. */
function ExportMenu({ batch }: { batch: BatchRead }) {
  const { t } = useTranslation("batches");
  return (
    <Menu position="bottom-end" width={200} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="light" leftSection={<Icon name="download" />}>
          {t("action.export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {exports(batch).map((action, place) => (
          <MenuAction
            key={action.id}
            batchName={batch.name}
            action={action}
            label={t(`action.${action.id}`)}
            first={place === 0}
            onRun={() => undefined}
          />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
