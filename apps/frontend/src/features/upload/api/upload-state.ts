import type { UploadReport } from "@/api/gen/types.gen";

export type Outcome = "stored" | "skipped" | "rejected";
export type FileState = "waiting" | "sending" | "failed" | Outcome;

/** Files that travel in one request. */
export interface UploadGroup {
  id: number;
  names: readonly string[];
  bytes: number;
  sent: number;
  state: "waiting" | "sending" | "done" | "failed";
  /** What became of each file, in the order of `names`; null until the service has answered. */
  outcomes: readonly Outcome[] | null;
  error: unknown;
}

export type Refused = UploadReport["rejected"][number];

/** Files of a drop that are compared with what the batch holds already. */
export interface Comparison {
  done: number;
  all: number;
}

export interface BatchUpload {
  groups: readonly UploadGroup[];
  comparing: Comparison | null;
  paused: boolean;
  stored: number;
  skipped: readonly Refused[];
  rejected: readonly Refused[];
}

export const NOTHING: BatchUpload = {
  groups: [],
  comparing: null,
  paused: false,
  stored: 0,
  skipped: [],
  rejected: [],
};

/** The code of a file that this page has left out, since the very same one is in the batch. */
export const KNOWN = "known";

export interface UploadTotals {
  files: number;
  filesDone: number;
  bytes: number;
  sent: number;
  failed: number;
  busy: boolean;
}

export function totalsOf({ groups, comparing }: BatchUpload): UploadTotals {
  const totals: UploadTotals = {
    files: 0,
    filesDone: 0,
    bytes: 0,
    sent: 0,
    failed: 0,
    busy: comparing !== null,
  };
  for (const group of groups) {
    totals.files += group.names.length;
    totals.bytes += group.bytes;
    totals.sent += group.sent;
    switch (group.state) {
      case "done":
        totals.filesDone += group.names.length;
        break;
      case "failed":
        totals.failed += group.names.length;
        break;
      case "waiting":
      case "sending":
        totals.busy = true;
        break;
      default:
        group.state satisfies never;
    }
  }
  return totals;
}

/** Those that hurt or move come first: whoever looks, looks for them. */
const ORDER: readonly UploadGroup["state"][] = ["failed", "sending", "waiting", "done"];

export interface FileList {
  length: number;
  at: (place: number) => { name: string; state: FileState } | null;
}

/** Every file with its state, found by its place: ten thousand files make no ten thousand objects. */
export function filesOf({ groups }: BatchUpload): FileList {
  const ordered = ORDER.flatMap((state) => groups.filter((group) => group.state === state));
  const length = ordered.reduce((sum, group) => sum + group.names.length, 0);
  return {
    length,
    at: (place) => {
      let rest = place;
      for (const group of ordered) {
        const name = group.names[rest];
        if (name !== undefined) return { name, state: stateOf(group, rest) };
        rest -= group.names.length;
      }
      return null;
    },
  };
}

function stateOf(group: UploadGroup, place: number): FileState {
  return group.state === "done" ? (group.outcomes?.[place] ?? "stored") : group.state;
}

/** Whether a file was refused is told by its name; where two have the same, in the order they were sent. */
export function outcomesOf(names: readonly string[], report: UploadReport): Outcome[] {
  const told = new Map<string, Outcome[]>();
  const tell = (name: string, outcome: Outcome) => {
    const before = told.get(name);
    if (before === undefined) told.set(name, [outcome]);
    else before.push(outcome);
  };
  for (const file of report.skipped) tell(file.original_name, "skipped");
  for (const file of report.rejected) tell(file.original_name, "rejected");
  return names.map((name) => told.get(name)?.shift() ?? "stored");
}
