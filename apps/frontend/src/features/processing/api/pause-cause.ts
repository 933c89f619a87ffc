/** Why a batch paused by itself, as far as there is a remedy of its own. The service says it in one sentence. */
export type PauseCause = "ceiling" | "no_price" | "credit" | "key" | "blind" | "model" | "disk" | "other";

const SIGNS: readonly (readonly [RegExp, PauseCause])[] = [
  [/^The ceiling of /, "ceiling"],
  [/no price is known/, "no_price"],
  [/credit is used up/, "credit"],
  [/does not accept the key|does not let this key/, "key"],
  [/does not seem to see the scans/, "blind"],
  [/does not know this model|No model is chosen|is not allowed here/, "model"],
  [/disk is full|disk with the database/i, "disk"],
];

export function pauseCause(reason: string | null): PauseCause {
  if (reason === null) return "other";
  return SIGNS.find(([sign]) => sign.test(reason))?.[1] ?? "other";
}
