import type { FieldIn, TriedCard } from "@/api/gen/types.gen";
import { certaintyOf } from "@/lib/certainty";

export interface Mark {
  field: string;
  number: number;
  tone: "sure" | "check" | "doubtful";
  box: readonly [number, number, number, number];
}

/** Where the values stand on one side of a card; a field's number is its place in the list. */
export function marksOf(card: TriedCard, fields: readonly FieldIn[], side: number): Mark[] {
  return fields.flatMap((field, place) => {
    const certainty = certaintyOf({
      value: card.data[field.name],
      confidence: card.confidence[field.name],
      verdict: null,
    });
    const tone = certainty === "sure" || certainty === "doubtful" ? certainty : "check";
    return (card.evidence[field.name] ?? [])
      .filter((evidence) => evidence.image === side)
      .map((evidence) => ({ field: field.name, number: place + 1, tone, box: evidence.box }));
  });
}
