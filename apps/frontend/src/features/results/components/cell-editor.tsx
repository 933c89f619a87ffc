import { useEffect, useRef } from "react";

import type { Typing } from "./grid-columns";
import classes from "./grid.module.css";

/** The input in a cell. Its keys are the grid's; leaving it keeps what was typed. */
export function CellEditor({ typing, label }: { typing: Typing; label: string }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const field = input.current;
    if (field === null) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  }, []);
  return (
    <input
      ref={input}
      className={classes.editor}
      aria-label={label}
      value={typing.draft}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => typing.onDraft(event.currentTarget.value)}
      onBlur={typing.onEnd}
    />
  );
}
