import { type PointerEvent, useState } from "react";

import type { DraftField } from "@/lib/field-draft";

/** Dragging a row by its grip: the row changes its place as the pointer passes the others. */
export function useFieldDrag(fields: readonly DraftField[], onMove: (id: number, to: number) => void) {
  const [dragged, setDragged] = useState<number | null>(null);

  const grab = (id: number) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragged(id);
  };
  const pass = (event: PointerEvent<HTMLElement>) => {
    if (dragged === null) return;
    const row = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-field]");
    const over = Number(row?.getAttribute("data-field") ?? Number.NaN);
    const to = fields.findIndex((field) => field.id === over);
    if (to !== -1 && over !== dragged) onMove(dragged, to);
  };
  return { dragged, grab, pass, drop: () => setDragged(null) };
}
