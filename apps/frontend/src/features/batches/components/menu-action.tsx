import { Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";

import { Icon } from "@/components/ui/icon";

import type { BatchAction } from "../api/batch-actions";

import classes from "./batch-buttons.module.css";

interface MenuActionProps {
  batchName: string;
  action: BatchAction;
  label: string;
  /** Gets the focus when the menu opens. */
  first: boolean;
  onRun: (action: BatchAction) => void;
}

/** A line of a menu: a download, a place, or something to do. */
export function MenuAction({ batchName, action, label, first, onRun }: MenuActionProps) {
  const icon = <Icon name={action.icon} />;
  const focus = { "data-autofocus": first || undefined };
  if (action.href !== undefined) {
    return (
      <Menu.Item component="a" href={action.href} download leftSection={icon} {...focus}>
        {label}
      </Menu.Item>
    );
  }
  if (action.command === undefined && action.go !== undefined) {
    const to = `/batches/$batchName/${action.go}` as const;
    return (
      <Menu.Item
        leftSection={icon}
        renderRoot={(props) => <Link to={to} params={{ batchName }} {...props} />}
        {...focus}
      >
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
