import { ActionIcon, Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { BatchRead } from "@/api/gen/types.gen";
import { Icon } from "@/components/ui/icon";
import { lateMenu } from "@/components/ui/late-menu";
import { useFormats } from "@/lib/format";

import { type BatchAction, batchActions, exports } from "../api/batch-actions";

import classes from "./batch-buttons.module.css";

const ActionMenu = lateMenu(async () => (await import("./action-menu")).ActionMenu);

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
      <ActionMenu
        id={`more-${batch.name}`}
        batchName={batch.name}
        actions={actions.filter((action) => action.stand === "menu")}
        label={label}
        onRun={onRun}
        button={
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={t("action.more", { batch: batch.title })}
          >
            <Icon name="dots" />
          </ActionIcon>
        }
      />
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
    <ActionMenu
      id={`export-${batch.name}`}
      batchName={batch.name}
      actions={exports(batch)}
      label={(action) => t(`action.${action.id}`)}
      onRun={() => undefined}
      button={
        <Button variant="light" leftSection={<Icon name="download" />}>
          {t("action.export")}
        </Button>
      }
    />
  );
}
