import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useFocusReturn } from "@/lib/focus-return";

import classes from "./overlay.module.css";

interface SidePanelProps {
  title: string;
  onClose: () => void;
  /** Id of who gets the focus where the opener is gone. */
  focusBack: string;
  children: ReactNode;
}

/** Opens when it is there, over the right of the page. Its head is no `header`: a page has one banner. */
export function SidePanel({ title, onClose, focusBack, children }: SidePanelProps) {
  const { t } = useTranslation("app");
  useFocusReturn(focusBack);
  return (
    <Drawer.Root opened onClose={onClose} position="right" size={560} returnFocus={false}>
      <Drawer.Overlay />
      <Drawer.Content>
        <div className={classes.head}>
          <Drawer.Title className={classes.title}>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t("close")} />
        </div>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
