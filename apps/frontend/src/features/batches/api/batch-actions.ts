import type { BatchRead } from "@/api/gen/types.gen";
import { EXPORT_FORMATS, type ExportFormat, exportUrl } from "@/api/urls";
import type { IconName } from "@/components/ui/icon";

import type { Command } from "./use-batch-commands";

export type BatchActionId =
  | "add_images"
  | "start"
  | "resume"
  | "read_rest"
  | "retry_failed"
  | "watch"
  | "preview"
  | "cancel"
  | `export_${ExportFormat}`
  | "delete";

/** Where an action stands: the one next step of the row, beside it, or in its menu. */
export type Place = "next" | "row" | "menu";

export interface BatchAction {
  id: BatchActionId;
  icon: IconName;
  place: Place;
  /** What it asks of the service, where it is a command. */
  command?: Command;
  href?: string;
  grave?: boolean;
}

const READ: Record<"start" | "resume" | "read_rest", BatchAction> = {
  start: { id: "start", icon: "play", place: "next", command: "start" },
  resume: { id: "resume", icon: "play", place: "next", command: "start" },
  read_rest: { id: "read_rest", icon: "play", place: "next", command: "start" },
};

/** What can be done with a batch as it stands. One list for the row, its menu, and later for keys and help. */
export function batchActions(batch: BatchRead): BatchAction[] {
  const busy = batch.status === "running" || batch.status === "cancelling";
  const attempted = batch.done + batch.failed;
  const actions: BatchAction[] = [];

  if (busy) {
    actions.push({ id: "watch", icon: "eye", place: "next" });
    if (batch.status === "running")
      actions.push({ id: "cancel", icon: "stop", place: "menu", command: "cancel" });
    return actions.concat(exports(batch));
  }

  const read = readAction(batch);
  if (read !== null) actions.push(READ[read]);
  if (batch.failed > 0) {
    const place = read === null ? "next" : "menu";
    actions.push({ id: "retry_failed", icon: "refresh", place, command: "retry" });
  }
  if (attempted > 0) actions.push({ id: "preview", icon: "table", place: "row" });
  actions.push({ id: "add_images", icon: "upload", place: batch.total === 0 ? "next" : "menu" });
  actions.push(...exports(batch), { id: "delete", icon: "trash", place: "menu", grave: true });
  return actions;
}

function readAction(batch: BatchRead): keyof typeof READ | null {
  if (batch.pending === 0) return null;
  switch (batch.status) {
    case "draft":
      return "start";
    case "paused":
    case "interrupted":
    case "cancelled":
      return "resume";
    case "completed":
      return "read_rest";
    case "running":
    case "cancelling":
      return null;
    default:
      return batch.status satisfies never;
  }
}

function exports(batch: BatchRead): BatchAction[] {
  if (batch.done + batch.failed === 0) return [];
  return EXPORT_FORMATS.map((format) => ({
    id: `export_${format}`,
    icon: "download",
    place: "menu",
    href: exportUrl(batch.name, format),
  }));
}
