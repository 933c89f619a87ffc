import type { ReactNode } from "react";

import { Icon, type IconName } from "./icon";
import classes from "./tag.module.css";

export type Tone = "plain" | "run" | "ok" | "mid" | "low";

/** A short state with a sign of its own; the colour only repeats what the sign and the word say. */
export function Tag({
  tone = "plain",
  icon,
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {icon !== undefined && <Icon name={icon} size={12} />}
      {children}
    </span>
  );
}
