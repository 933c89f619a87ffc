import type { VisionModelRead } from "@/api/gen/types.gen";
import type { Formats } from "@/lib/format";

/** What a model takes for a million tokens, in and out; null where nobody has said it. */
export function priceOf(model: VisionModelRead, formats: Formats): string | null {
  const { prompt_price, completion_price } = model;
  if (prompt_price === null || completion_price === null) return null;
  return `${formats.money(prompt_price)} / ${formats.money(completion_price)}`;
}
