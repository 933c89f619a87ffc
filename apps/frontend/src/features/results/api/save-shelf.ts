import type { QueryClient } from "@tanstack/react-query";

import { patchRecord } from "@/api/gen/sdk.gen";
import { holdPage } from "@/lib/leave-guard";

import { CardWriter } from "./card-writer";
import { cellKey, type CellSave, type CellSaves, type SaveEvent, savesAfter } from "./cell-saves";

/**
 * The values of one batch that are not saved yet. They outlive the place and, in the browser's session, a reload;
 * while there is one, the browser asks before it lets go of the page.
 */
export class SaveShelf {
  readonly writer: CardWriter;

  private readonly key: string;
  private saves: CellSaves;
  private readonly listeners = new Set<() => void>();

  constructor(batchName: string) {
    this.key = `indexcards.cells.${batchName}`;
    this.saves = keptSaves(this.key);
    this.writer = new CardWriter(async (filename, body) => {
      const path = { batch_name: batchName, filename };
      return (await patchRecord({ path, body, throwOnError: true })).data;
    });
    holdPage(this.key, this.saves.size > 0);
  }

  current = (): CellSaves => this.saves;

  dispatch = (event: SaveEvent): void => {
    this.saves = savesAfter(this.saves, event);
    keepSaves(this.key, this.saves);
    holdPage(this.key, this.saves.size > 0);
    this.listeners.forEach((heard) => heard());
  };

  subscribe = (heard: () => void): (() => void) => {
    this.listeners.add(heard);
    return () => this.listeners.delete(heard);
  };
}

const shelves = new WeakMap<QueryClient, Map<string, SaveShelf>>();

export function shelfOf(client: QueryClient, batchName: string): SaveShelf {
  const ofClient = shelves.get(client) ?? new Map<string, SaveShelf>();
  shelves.set(client, ofClient);
  const shelf = ofClient.get(batchName) ?? new SaveShelf(batchName);
  ofClient.set(batchName, shelf);
  return shelf;
}

function keepSaves(key: string, saves: CellSaves): void {
  try {
    if (saves.size === 0) window.sessionStorage.removeItem(key);
    else window.sessionStorage.setItem(key, JSON.stringify([...saves.values()]));
  } catch {
    // A browser that stores nothing keeps them until the page is closed.
  }
}

/** A save that was under way when the page went is one that did not arrive, as far as anybody knows. */
function keptSaves(key: string): CellSaves {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(key) ?? "[]");
    const found = Array.isArray(kept) ? kept.filter(isSave) : [];
    return new Map(
      found.map((save) => [
        cellKey(save.filename, save.field),
        save.state === "conflict"
          ? save
          : {
              ...save,
              state: "failed",
              error: undefined,
              passing: save.state === "saving" || save.passing === true,
            },
      ]),
    );
  } catch {
    return new Map();
  }
}

function isSave(value: unknown): value is CellSave {
  if (typeof value !== "object" || value === null) return false;
  const { filename, field, wanted, base, change } = value as Record<string, unknown>;
  return (
    typeof filename === "string" &&
    typeof field === "string" &&
    [wanted, base, change].every((part) => typeof part === "object" && part !== null)
  );
}
