/** Line drawings on a 24 px grid, in the manner of Tabler. Always beside a word or inside a named button. */
const PATHS = {
  card: "M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2M7 10h6M7 14h10",
  check: "M5 12l5 5l10-10",
  chevron_down: "M6 9l6 6l6-6",
  chevron_up: "M6 15l6-6l6 6",
  clock: "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M12 7v5l3 3",
  close: "M18 6L6 18M6 6l12 12",
  dots: "M5 11.5v1M12 11.5v1M19 11.5v1",
  download: "M4 17v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-2M7 11l5 5l5-5M12 4v12",
  draft: "M4 20h4L18.5 9.5a2.8 2.8 0 0 0-4-4L4 16v4M13.5 6.5l4 4",
  eye: "M12 10a2 2 0 1 0 0 4a2 2 0 0 0 0-4M22 12c-2.7 4.7-6 7-10 7s-7.3-2.3-10-7c2.7-4.7 6-7 10-7s7.3 2.3 10 7",
  folder: "M5 4h4l3 3h7a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2",
  moon: "M12 3a6.5 6.5 0 0 0 9 9a9 9 0 1 1-9-9",
  pause: "M7 5v14M17 5v14",
  play: "M7 4v16l13-8z",
  plus: "M12 5v14M5 12h14",
  refresh: "M20 11a8.1 8.1 0 0 0-15.5-2M4 5v4h4M4 13a8.1 8.1 0 0 0 15.5 2M20 19v-4h-4",
  screen: "M4 4h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1M7 20h10M9 16v4M15 16v4",
  search: "M10 3a7 7 0 1 0 0 14a7 7 0 0 0 0-14M21 21l-6-6",
  stop: "M6 6h12v12H6z",
  sun: "M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8M3 12h1M12 3v1M20 12h1M12 20v1M5.6 5.6l.7.7M18.4 5.6l-.7.7M17.7 17.7l.7.7M6.3 17.7l-.7.7",
  table: "M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1M3 10h18M9 10v9",
  trash: "M4 7h16M10 11v6M14 11v6M5 7l1 12a2 2 0 0 0 2 2h8a2 2 0 0 0 2-2l1-12M9 7V4h6v3",
  upload: "M4 17v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-2M7 9l5-5l5 5M12 4v12",
  warning:
    "M12 9v4M12 16.5v.1M10.4 4.2L2.6 17.5A1.8 1.8 0 0 0 4.2 20h15.6a1.8 1.8 0 0 0 1.6-2.5L13.6 4.2a1.9 1.9 0 0 0-3.2 0z",
  columns: "M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1M9.3 4v16M14.6 4v16",
  undo: "M9 14l-4-4l4-4M5 10h11a4 4 0 1 1 0 8h-1",
  redo: "M15 14l4-4l-4-4M19 10H8a4 4 0 1 0 0 8h1",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "dots" ? 3 : 1.9}
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: "none" }}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
