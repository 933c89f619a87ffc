/** Boxes are fractions of the upright image: x, y, width, height, origin top left. */
export type Box = readonly [number, number, number, number];

export interface Size {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface PlacedWord {
  text: string;
  box: Box;
}

export function unionOf(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map(([x]) => x));
  const top = Math.min(...boxes.map(([, y]) => y));
  const right = Math.max(...boxes.map(([x, , w]) => x + w));
  const bottom = Math.max(...boxes.map(([, y, , h]) => y + h));
  return [left, top, right - left, bottom - top];
}

/** The height of a typical line among these boxes, as a fraction of the image. */
export function lineHeight(boxes: readonly Box[]): number {
  const heights = boxes.map(([, , , h]) => h).sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 0;
}

export interface Strip {
  /** Of the whole image as drawn, in CSS pixels. */
  image: Size;
  left: number;
  top: number;
  height: number;
}

const PRINT = 30;
const LOWEST = 46;
const HIGHEST = 120;

/** Which part of the image the magnifier shows, and how large: print of 30 px where the place allows. */
export function stripOf(boxes: readonly Box[], page: Size, width: number): Strip | null {
  const all = unionOf(boxes);
  if (all === null || width <= 0) return null;
  const line = Math.max(1, lineHeight(boxes) * page.height);
  const pad = line * 0.4;
  const whole = { width: all[2] * page.width + 2 * pad, height: all[3] * page.height + 2 * pad };
  const scale = Math.min(PRINT / line, width / whole.width, 3);
  const height = Math.round(Math.min(HIGHEST, Math.max(LOWEST, whole.height * scale)));
  const image = { width: page.width * scale, height: page.height * scale };
  const spare = Math.max(0, width - whole.width * scale);
  const left = clamp((all[0] * page.width - pad) * scale - spare / 2, 0, image.width - width);
  const centre = (all[1] + all[3] / 2) * image.height;
  const top = whole.height * scale > height ? (all[1] * page.height - pad) * scale : centre - height / 2;
  return { image, left, top, height };
}

export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, Math.max(low, high)));
}

/** The word under a point, or the nearest within a third of its height. */
export function wordAt(words: readonly PlacedWord[], at: Point): number {
  let best = -1;
  let least = Infinity;
  words.forEach(({ box: [x, y, w, h] }, place) => {
    const dx = Math.max(x - at.x, 0, at.x - x - w);
    const dy = Math.max(y - at.y, 0, at.y - y - h);
    const far = Math.max(dx, dy);
    if (far <= h / 3 && far < least) {
      best = place;
      least = far;
    }
  });
  return best;
}

/** The words from one to another in reading order, as text. */
export function textBetween(words: readonly PlacedWord[], from: number, to: number): string {
  return words
    .slice(Math.min(from, to), Math.max(from, to) + 1)
    .map((word) => word.text)
    .join(" ");
}
