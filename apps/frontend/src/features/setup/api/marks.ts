import type { FieldIn, TriedCard } from "@/api/gen/types.gen";
import type { Mark } from "@/components/image-viewer/card-image";
import { certaintyOf } from "@/lib/certainty";

export interface FieldMark extends Mark {
  field: string;
}

/** Where the values stand on a card; a field's number is its place in the list, and stands at its first place on a side. */
export function marksOf(card: TriedCard, fields: readonly FieldIn[]): FieldMark[] {
  return fields.flatMap(({ name }, number) => {
    const certainty = certaintyOf({
      value: card.data[name],
      confidence: card.confidence[name],
      verdict: null,
    });
    const kind = certainty === "sure" || certainty === "doubtful" ? certainty : "check";
    const places = card.evidence[name] ?? [];
    return places.map(({ image, box }, place) => ({
      field: name,
      image,
      box,
      kind,
      ...(places.findIndex((one) => one.image === image) === place && { label: String(number + 1) }),
    }));
  });
}
