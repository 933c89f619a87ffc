import { useTranslation } from "react-i18next";

import classes from "./keys.module.css";

const MAC = /Mac|iPhone|iPad/.test(navigator.platform);

const NAMED = [
  "Enter", "Tab", "Shift", "Escape", "Ctrl", "Alt", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Backspace",
  "Plus", "Minus",
] as const; // prettier-ignore
type Named = (typeof NAMED)[number];

/** A key combination as it stands on the keys. */
export function Keys({ keys }: { keys: string }) {
  const { t } = useTranslation("verify");
  const parts = keys === "?" ? ["?"] : keys.split("+");
  const shown = MAC && parts.includes("Alt") ? ["Ctrl", ...parts] : parts;
  return (
    <span className={classes.keys}>
      {shown.map((part) => (
        <kbd key={part} className={classes.key}>
          {isNamed(part) ? t(`key.${part}`) : part}
        </kbd>
      ))}
    </span>
  );
}

function isNamed(part: string): part is Named {
  return (NAMED as readonly string[]).includes(part);
}
