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
  grip: "M9 5v.1M9 12v.1M9 19v.1M15 5v.1M15 12v.1M15 19v.1",
  undo: "M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
  save: "M7 4h8l5 5v9a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2M9 20v-6h6v6",
  help: "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M9.5 9.5a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1 1-1.1 1.7M12 16.7v.1",
  template:
    "M5 4h14a1 1 0 0 1 1 1v4a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1M4 14h7v6H5a1 1 0 0 1-1-1zM15 14h5M15 18h5",
  reader:
    "M4 8V6a2 2 0 0 1 2-2h2M4 16v2a2 2 0 0 0 2 2h2M16 4h2a2 2 0 0 1 2 2v2M16 20h2a2 2 0 0 0 2-2v-2M5 12h14",
  previous: "M15 6l-6 6l6 6",
  next: "M9 6l6 6l-6 6",
  minus: "M5 12h14",
  fit: "M4 9V5a1 1 0 0 1 1-1h4M15 4h4a1 1 0 0 1 1 1v4M20 15v4a1 1 0 0 1-1 1h-4M9 20H5a1 1 0 0 1-1-1v-4",
  leaves: "M12 6H6a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-6M11 13l9-9M15 4h5v5",
  copy: "M8 8h11a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1zM16 8V5a1 1 0 0 0-1-1H5a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h3",
  chevron_left: "M15 6l-6 6l6 6",
  chevron_right: "M9 6l6 6l-6 6",
  columns: "M4 5h16v14H4zM12 5v14",
  flag: "M5 21V4h14l-3 5l3 5H5",
  invert: "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M12 3v18M12 8h7M12 13h8.500M12 18h6",
  rotate: "M20 11a8 8 0 1 0-2.3 6M20 5v6h-6",
  turn_over: "M4 8h13M13 4l4 4l-4 4M20 16H7M11 12l-4 4l4 4",
  zoom_in: "M10 3a7 7 0 1 0 0 14a7 7 0 0 0 0-14M7 10h6M10 7v6M21 21l-6-6",
  redo: "M15 14l4-4l-4-4M19 10H8a4 4 0 1 0 0 8h1",
  learning: "M4 4v16h16M8 15l4-5l3 3l5-7",
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
      strokeWidth={name === "dots" || name === "grip" ? 3 : 1.9}
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: "none" }}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
