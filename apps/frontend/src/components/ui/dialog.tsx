import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useFocusReturn } from "@/lib/focus-return";

import classes from "./overlay.module.css";

interface DialogProps {
  title: string;
  onClose: () => void;
  /** Id of who gets the focus where the opener is gone. */
  focusBack: string;
  /** Width, where there is much to see. */
  size?: string;
  children: ReactNode;
}

/** Opens when it is there. Its head is no `header`: a page has one banner. */
export function Dialog({ title, onClose, focusBack, size, children }: DialogProps) {
  const { t } = useTranslation("app");
  useFocusReturn(focusBack);
  return (
    <Modal.Root
      opened
      onClose={onClose}
      centered
      returnFocus={false}
      {...(size === undefined ? {} : { size })}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes.head}>
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t("close")} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
