import { Menu } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";

import type { OpenedMenuProps } from "./late-menu";

interface Props extends OpenedMenuProps {
  /** Pixels. */
  width: number;
  children: ReactNode;
}

/** A menu that opens when it is there, and gives the focus back to its button. */
export function OpenedMenu({ id, button, width, children }: Props) {
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      // This button stands where another was pressed: what opens from it must find the focus here.
      document.getElementById(id)?.focus();
      setOpened(true);
    });
    return () => cancelAnimationFrame(frame);
  }, [id]);
  return (
    <Menu
      id={id}
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={width}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
