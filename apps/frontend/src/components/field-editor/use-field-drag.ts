import { type PointerEvent, useEffect, useRef, useState } from "react";

import type { DraftField } from "@/lib/field-draft";

/**
 * Dragging a row by its grip: the row changes its place as the pointer passes the others. The whole window is
 * listened to, since a row that moves in the document loses the pointer, and a hand may let go anywhere.
 */
export function useFieldDrag(fields: readonly DraftField[], onMove: (id: number, to: number) => void) {
  const [dragged, setDragged] = useState<number | null>(null);
  const latest = useRef({ fields, onMove });
  useEffect(() => {
    latest.current = { fields, onMove };
  });

  useEffect(() => {
    if (dragged === null) return;
    const pass = (event: globalThis.PointerEvent) => {
      const row = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-field]");
      const over = Number(row?.getAttribute("data-field") ?? Number.NaN);
      const to = latest.current.fields.findIndex((field) => field.id === over);
      if (to !== -1 && over !== dragged) latest.current.onMove(dragged, to);
    };
    const drop = () => setDragged(null);
    window.addEventListener("pointermove", pass);
    window.addEventListener("pointerup", drop);
    window.addEventListener("pointercancel", drop);
    return () => {
      window.removeEventListener("pointermove", pass);
      window.removeEventListener("pointerup", drop);
      window.removeEventListener("pointercancel", drop);
    };
  }, [dragged]);

  const grab = (id: number) => (event: PointerEvent<HTMLElement>) => {
    if (event.button === 0) setDragged(id);
  };
  return { dragged, grab };
}
