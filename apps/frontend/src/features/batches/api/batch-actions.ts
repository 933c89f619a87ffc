import type { Command } from "@/api/batch-commands";
import type { BatchRead } from "@/api/gen/types.gen";
import { EXPORT_FORMATS, type ExportFormat, exportUrl } from "@/api/urls";
import type { IconName } from "@/components/ui/icon";

export type BatchPlace = "images" | "setup" | "run" | "results" | "verify";

export type BatchActionId =
  | "rename"
  | "add_images"
  | "set_up"
  | "start"
  | "resume"
  | "read_rest"
  | "retry_failed"
  | "watch"
  | "verify"
  | "results"
  | "export"
  | "cancel"
  | `export_${ExportFormat}`
  | "delete";

/** Where an action stands: the one next step of the row, beside it, or in its menu. */
export type Stand = "next" | "row" | "menu";

export interface BatchAction {
  id: BatchActionId;
  icon: IconName;
  stand: Stand;
  /** The place it leads to; of a command, once it is taken. */
  go?: BatchPlace;
  /** What it asks of the service, where it is a command. */
  command?: Command;
  href?: string;
  grave?: boolean;
}

type Step = Omit<BatchAction, "stand">;

const STEPS = {
  add_images: { id: "add_images", icon: "upload", go: "images" },
  set_up: { id: "set_up", icon: "draft", go: "setup" },
  start: { id: "start", icon: "play", go: "run", command: { do: "start" } },
  resume: { id: "resume", icon: "play", go: "run", command: { do: "start" } },
  read_rest: { id: "read_rest", icon: "play", go: "run", command: { do: "start" } },
  retry_failed: { id: "retry_failed", icon: "refresh", go: "run", command: { do: "retry" } },
  watch: { id: "watch", icon: "eye", go: "run" },
  verify: { id: "verify", icon: "check", go: "verify" },
  results: { id: "results", icon: "table", go: "results" },
  export: { id: "export", icon: "download" },
} as const satisfies Record<string, Step>;

/** What can be done with a batch as it stands. One list for the row, its menu, and later for keys and help. */
export function batchActions(batch: BatchRead): BatchAction[] {
  const busy = isBusy(batch);
  const next = nextStep(batch);
  const actions: BatchAction[] = [];
  if (busy && next.id !== "watch") actions.push({ ...STEPS.watch, stand: "row" });
  if (!busy && batch.done + batch.failed > 0) actions.push({ ...STEPS.results, stand: "row" });
  actions.push({ ...next, stand: "next" });

  if (batch.status === "running") {
    actions.push({ id: "cancel", icon: "stop", stand: "menu", command: { do: "cancel" } });
  }
  if (!busy) {
    actions.push({ id: "rename", icon: "draft", stand: "menu" });
    if (next.id !== "add_images") actions.push({ ...STEPS.add_images, stand: "menu" });
    if (batch.failed > 0 && next.id !== "retry_failed") {
      actions.push({ ...STEPS.retry_failed, stand: "menu" });
    }
  }
  actions.push(...exports(batch));
  if (!busy) actions.push({ id: "delete", icon: "trash", stand: "menu", grave: true });
  return actions;
}

/** The place that shows the batch as it stands: where its title leads. */
export function placeOf(batch: BatchRead): BatchPlace {
  if (batch.total === 0) return "images";
  if (batch.status === "draft") return batch.fields.length === 0 ? "setup" : "images";
  return batch.pending > 0 || isBusy(batch) ? "run" : "results";
}

function isBusy(batch: BatchRead): boolean {
  return batch.status === "running" || batch.status === "cancelling";
}

function nextStep(batch: BatchRead): Step {
  if (isBusy(batch)) return batch.done > 0 ? STEPS.verify : STEPS.watch;
  if (batch.total === 0) return STEPS.add_images;
  if (batch.fields.length === 0) return STEPS.set_up;
  if (batch.pending > 0) return readStep(batch);
  if (batch.reviewed < batch.done) return STEPS.verify;
  return batch.failed > 0 ? STEPS.retry_failed : STEPS.export;
}

function readStep(batch: BatchRead): Step {
  switch (batch.status) {
    case "draft":
      return STEPS.start;
    case "paused":
    case "interrupted":
    case "cancelled":
      return STEPS.resume;
    case "completed":
    case "running":
    case "cancelling":
      return STEPS.read_rest;
    default:
      return batch.status satisfies never;
  }
}

export function exports(batch: BatchRead): BatchAction[] {
  if (batch.done + batch.failed === 0) return [];
  return EXPORT_FORMATS.map((format) => ({
    id: `export_${format}`,
    icon: "download",
    stand: "menu",
    href: exportUrl(batch.name, format),
  }));
}
