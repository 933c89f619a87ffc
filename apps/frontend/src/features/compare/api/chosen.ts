import type { MixesWanted } from "@/api/gen/types.gen";
import type { Truth } from "@/lib/truth-file";

/** On which cards is measured. */
export interface Chosen {
  by: "newest" | "random" | "hand" | "truth";
  size: number;
  seed: number;
  cards: readonly string[];
  truth: { name: string; truth: Truth } | null;
}

export const FEWEST = 5;
export const MOST = 100;

/** What was picked elsewhere is measured on; else the newest verified cards. */
export function chosenFirst(picked: readonly string[]): Chosen {
  return { by: picked.length > 0 ? "hand" : "newest", size: 60, seed: 1, cards: picked, truth: null };
}

export function wantedOf({ by, size, seed, cards, truth }: Chosen): MixesWanted {
  switch (by) {
    case "newest":
      return { size };
    case "random":
      return { size, spread: true, seed };
    case "hand":
      // Without a name nothing is picked; the service then says which cards are verified.
      return cards.length > 0 ? { cards: [...cards] } : { size };
    case "truth":
      return truth === null ? { size } : { truth: truth.truth };
    default:
      return by satisfies never;
  }
}
