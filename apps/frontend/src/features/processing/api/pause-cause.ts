/** Why a batch paused by itself, as far as there is a remedy of its own. */
export type PauseCause = "ceiling" | "no_price" | "credit" | "key" | "blind" | "model" | "disk" | "other";

/** By the batch's `reason_code`. */
const CAUSES: Readonly<Record<string, PauseCause>> = {
  ceiling: "ceiling",
  no_price: "no_price",
  no_credit: "credit",
  bad_key: "key",
  forbidden: "key",
  blind: "blind",
  no_model: "model",
  model_not_allowed: "model",
  model_gone: "model",
  no_space: "disk",
};

export function pauseCause(code: string | null | undefined): PauseCause {
  return CAUSES[code ?? ""] ?? "other";
}
