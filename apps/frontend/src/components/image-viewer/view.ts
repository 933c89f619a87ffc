import { type Box, clamp, lineHeight, type Point, type Size, unionOf } from "./geometry";

/** How a card is shown. `zoom` 1: the whole card fits; `centre`: the point in the middle, as fractions. */
export interface View {
  turn: 0 | 90 | 180 | 270;
  inverted: boolean;
  zoom: number;
  centre: Point;
  /** A person has chosen the zoom: the field in focus does not change it. */
  held: boolean;
}

export type ViewChange =
  | { type: "turned" }
  | { type: "inverted" }
  | { type: "fitted" }
  | { type: "zoomed"; by: number; at?: Point }
  | { type: "moved"; centre: Point }
  | { type: "looked"; zoom: number; centre: Point }
  | { type: "next_card" };

const MIDDLE: Point = { x: 0.5, y: 0.5 };
export const FIRST_VIEW: View = { turn: 0, inverted: false, zoom: 1, centre: MIDDLE, held: false };
const LARGEST = 8;

export function viewReducer(view: View, change: ViewChange): View {
  switch (change.type) {
    case "turned":
      return { ...view, turn: ((view.turn + 90) % 360) as View["turn"] };
    case "inverted":
      return { ...view, inverted: !view.inverted };
    case "fitted":
      return { ...view, zoom: 1, centre: MIDDLE, held: true };
    case "zoomed": {
      const zoom = clamp(view.zoom * change.by, 1, LARGEST);
      const pull = 1 - view.zoom / zoom;
      const { x, y } = view.centre;
      const at = change.at ?? view.centre;
      const centre = { x: x + (at.x - x) * pull, y: y + (at.y - y) * pull };
      return { ...view, zoom, centre: zoom === 1 ? MIDDLE : centre, held: true };
    }
    case "moved":
      return { ...view, centre: { x: clamp(change.centre.x, 0, 1), y: clamp(change.centre.y, 0, 1) } };
    case "looked":
      return view.held ? view : { ...view, zoom: change.zoom, centre: change.centre };
    case "next_card":
      return { ...FIRST_VIEW, inverted: view.inverted };
    default:
      return change satisfies never;
  }
}

export function fitScale(stage: Size, page: Size, turn: View["turn"]): number {
  const across = turn % 180 === 0 ? page : { width: page.height, height: page.width };
  return Math.min(stage.width / across.width, stage.height / across.height);
}

const SMALLEST_PRINT = 14;

/** The card stands still; only where print would be too small to read, it is enlarged around the evidence. */
export function lookAt(
  boxes: readonly Box[],
  words: readonly Box[],
  page: Size,
  fit: number,
): { zoom: number; centre: Point } {
  const place = unionOf(boxes);
  // Of the whole card: one small label does not move it.
  const print = lineHeight(words) * page.height * fit;
  if (place === null || print >= SMALLEST_PRINT || print <= 0) return { zoom: 1, centre: MIDDLE };
  const zoom = clamp((SMALLEST_PRINT + 4) / print, 1, LARGEST);
  return { zoom, centre: { x: place[0] + place[2] / 2, y: place[1] + place[3] / 2 } };
}

export interface Sheet {
  width: number;
  height: number;
  /** Of the sheet's middle, from the stage's top left corner. */
  middle: Point;
}

export function sheetOf(stage: Size, page: Size, view: View): Sheet {
  const scale = fitScale(stage, page, view.turn) * view.zoom;
  const size = { width: page.width * scale, height: page.height * scale };
  const off = turned(
    { x: (view.centre.x - 0.5) * size.width, y: (view.centre.y - 0.5) * size.height },
    view.turn,
  );
  const across = view.turn % 180 === 0 ? size : { width: size.height, height: size.width };
  const spare = { x: (across.width - stage.width) / 2, y: (across.height - stage.height) / 2 };
  return {
    ...size,
    middle: { x: stage.width / 2 - held(off.x, spare.x), y: stage.height / 2 - held(off.y, spare.y) },
  };
}

/** An edge of the card never comes further in than the stage's; what fits stays in the middle. */
function held(off: number, spare: number): number {
  return spare <= 0 ? 0 : clamp(off, -spare, spare);
}

/** From a place on the stage to a place on the upright image. */
export function onImage(sheet: Sheet, turn: View["turn"], at: Point): Point {
  const from = { x: at.x - sheet.middle.x, y: at.y - sheet.middle.y };
  const back = turned(from, ((360 - turn) % 360) as View["turn"]);
  return { x: back.x / sheet.width + 0.5, y: back.y / sheet.height + 0.5 };
}

function turned({ x, y }: Point, turn: View["turn"]): Point {
  switch (turn) {
    case 0:
      return { x, y };
    case 90:
      return { x: -y, y: x };
    case 180:
      return { x: -x, y: -y };
    case 270:
      return { x: y, y: -x };
    default:
      return turn satisfies never;
  }
}
