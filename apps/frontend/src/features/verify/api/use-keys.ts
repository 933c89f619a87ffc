import { useEffect, useRef } from "react";

import { type Action, actionFor, type Place } from "./actions";

/** The keys of the desk, anywhere on the page while nothing lies over it; `off` while a dialog has them. */
export function useKeys(actions: readonly Action[], off: boolean): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    if (off) return;
    const press = (event: KeyboardEvent) => {
      if (document.querySelector("[role=dialog][aria-modal=true]") !== null) return;
      if (event.defaultPrevented || event.isComposing || event.getModifierState("AltGraph")) return;
      const action = actionFor(latest.current, event, placeOf(event.target));
      if (action === null) return;
      const arrows = action.id === "other_above" || action.id === "other_below";
      if (arrows && isLong(event.target)) return;
      event.preventDefault();
      if (!event.repeat || arrows) action.run();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [off]);
}

function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof HTMLElement)) return "page";
  if (target.dataset.field !== undefined) return "field";
  return target.matches("input, textarea, select, [contenteditable]") ? "text" : "page";
}

/** In a text of several lines the arrows move between its lines. */
function isLong(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement && target.scrollHeight > 60;
}
