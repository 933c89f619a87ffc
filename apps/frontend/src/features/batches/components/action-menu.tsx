import type { OpenedMenuProps } from "@/components/ui/late-menu";
import { OpenedMenu } from "@/components/ui/opened-menu";

import type { BatchAction } from "../api/batch-actions";

import { MenuAction } from "./menu-action";

export interface ActionMenuContent {
  batchName: string;
  actions: readonly BatchAction[];
  label: (action: BatchAction) => string;
  onRun: (action: BatchAction) => void;
}

export function ActionMenu({
  batchName,
  actions,
  label,
  onRun,
  ...menu
}: ActionMenuContent & OpenedMenuProps) {
  return (
    <OpenedMenu {...menu} width={240}>
      {actions.map((action, place) => (
        <MenuAction
          key={action.id}
          batchName={batchName}
          action={action}
          label={label(action)}
          first={place === 0}
          onRun={onRun}
        />
      ))}
    </OpenedMenu>
  );
}
