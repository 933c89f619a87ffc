import { useMemo, useState } from "react";

export type Turn = 0 | 90 | 180 | 270;

/** What the tools over a card can ask of an image of it. */
export interface Zoomable {
  fit: () => void;
  zoom: (by: number) => void;
}

/** How a card lies, and the tools over it; both sides of a card do what they say. */
export interface CardLook {
  turn: Turn;
  inverted: boolean;
  rotate: () => void;
  invert: () => void;
  fit: () => void;
  zoom: (by: number) => void;
  /** An image on the desk hears the tools until what is returned is called. */
  join: (image: Zoomable) => () => void;
}

/** Another card lies upright and whole, and stays inverted. */
export function useCardLook(card: string): CardLook {
  const [turned, setTurned] = useState<{ card: string; turn: Turn }>({ card, turn: 0 });
  const [inverted, setInverted] = useState(false);
  const [images] = useState(() => new Set<Zoomable>());
  const turn = turned.card === card ? turned.turn : 0;
  return useMemo(
    () => ({
      turn,
      inverted,
      rotate: () => setTurned({ card, turn: ((turn + 90) % 360) as Turn }),
      invert: () => setInverted((now) => !now),
      fit: () => images.forEach((image) => image.fit()),
      zoom: (by) => images.forEach((image) => image.zoom(by)),
      join: (image) => {
        images.add(image);
        return () => images.delete(image);
      },
    }),
    [card, turn, inverted, images],
  );
}
