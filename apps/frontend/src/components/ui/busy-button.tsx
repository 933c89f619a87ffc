import { Button, type ButtonProps } from "@mantine/core";
import type { ReactNode } from "react";

interface BusyButtonProps extends Omit<ButtonProps, "loading" | "disabled"> {
  /** Its work is under way, or it cannot be done now. */
  busy: boolean;
  /** Not called while busy. */
  onClick?: () => void;
  type?: "button" | "submit";
  "aria-label"?: string;
  children: ReactNode;
}

/** A button that keeps the focus while its work is under way: a disabled one would drop it. */
export function BusyButton({ busy, onClick, ...rest }: BusyButtonProps) {
  return (
    <Button
      {...rest}
      aria-disabled={busy || undefined}
      data-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
    />
  );
}
