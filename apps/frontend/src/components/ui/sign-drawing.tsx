import type { Certainty } from "@/lib/certainty";

const DRAWINGS: Record<Certainty, { path: string; fill?: string; width: number; dash?: string }> = {
  verified: { path: "M2.5 8.5l3.8 3.8l7.2-8", width: 2.2 },
  corrected: { path: "M2.5 13.5h2.7L13 5.7a1.9 1.9 0 0 0-2.7-2.7L2.5 10.8z", width: 1.7 },
  rejected: { path: "M4 4l8 8M12 4l-8 8", width: 2 },
  sure: { path: "", fill: "M8 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8", width: 0 },
  check: {
    path: "M8 2.7a5.3 5.3 0 1 0 0 10.6a5.3 5.3 0 0 0 0-10.6",
    fill: "M8 2.7a5.3 5.3 0 0 0 0 10.6z",
    width: 1.8,
  },
  doubtful: { path: "M8 1.8L15 14H1zM8 6.2v3.6M8 11.5v.9", width: 1.7 },
  blank: { path: "M3 8h10", width: 2 },
  maybe_blank: {
    path: "M8 2.2a5.8 5.8 0 1 0 0 11.6a5.8 5.8 0 0 0 0-11.6M8 4.8v3.8M8 10.7v.6",
    width: 1.6,
    dash: "2.5 2",
  },
};

export const SIGNS = Object.keys(DRAWINGS) as Certainty[];
export const SIGN_BOX = "0 0 16 16";

/** What stands inside the `svg` or `symbol` of a sign. */
export function SignDrawing({ certainty }: { certainty: Certainty }) {
  const { path, fill, width, dash } = DRAWINGS[certainty];
  return (
    <>
      {fill !== undefined && <path d={fill} fill="currentColor" />}
      {path !== "" && (
        <path
          d={path}
          fill="none"
          stroke="currentColor"
          strokeWidth={width}
          strokeLinecap="round"
          strokeLinejoin="round"
          strokeDasharray={dash}
        />
      )}
    </>
  );
}
