import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";

import classes from "./virtual-list.module.css";

interface VirtualListProps {
  label: string;
  length: number;
  /** Height of each row in pixels. */
  row: number;
  /** Rows that are seen without scrolling, at most. */
  shown: number;
  render: (place: number) => ReactNode;
}

/** A list of any length, of which only the rows in view are in the document. It scrolls, so the keyboard reaches it. */
export function VirtualList({ label, length, row, shown, render }: VirtualListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- its answers are used here and nowhere kept
  const rows = useVirtualizer({
    count: length,
    getScrollElement: () => scroller.current,
    estimateSize: () => row,
    overscan: 4,
  });
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      style={{ maxHeight: row * shown }}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
      tabIndex={0}
      role="group"
      aria-label={label}
    >
      <ul className={classes.list} style={{ height: rows.getTotalSize() }} aria-label={label}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <li
            key={index}
            className={classes.row}
            style={{ height: row, transform: `translateY(${start}px)` }}
            aria-setsize={length}
            aria-posinset={index + 1}
          >
            {render(index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
