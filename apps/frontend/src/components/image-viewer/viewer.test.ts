import OpenSeadragon from "openseadragon";
import { expect, test } from "vitest";

import { bringIntoView, lookAt, onImage } from "./viewer";

const PAGE = { width: 1600, height: 1000 };
const LINE = [0.1, 0.2, 0.5, 0.05] as const;
const WORDS = [LINE];

/** A stage of this size with a card on it, as the viewer makes one. */
function stageOf(width: number, height: number, turn = 0): OpenSeadragon.Viewport {
  const viewport = new OpenSeadragon.Viewport({
    containerSize: new OpenSeadragon.Point(width, height),
    contentSize: new OpenSeadragon.Point(PAGE.width, PAGE.height),
    animationTime: 0,
    minZoomImageRatio: 1,
    maxZoomPixelRatio: 4,
    visibilityRatio: 1,
    degrees: turn,
  });
  viewport.resetContentSize(new OpenSeadragon.Point(PAGE.width, PAGE.height));
  return viewport.goHome(true);
}

test("a_place_on_the_screen_is_the_same_place_on_the_card_however_it_lies", () => {
  for (const turn of [0, 90, 180, 270]) {
    const viewport = stageOf(800, 400, turn);
    const middle = onImage(viewport, { x: 400, y: 200 }, PAGE);
    expect(middle.x).toBeCloseTo(0.5);
    expect(middle.y).toBeCloseTo(0.5);
  }
  const corner = onImage(stageOf(800, 400), { x: 80, y: 0 }, PAGE);
  expect(corner.x).toBeCloseTo(0);
  expect(corner.y).toBeCloseTo(0);
});

test("it_is_enlarged_only_where_print_is_too_small", () => {
  const large = stageOf(800, 400);
  lookAt(large, [LINE], WORDS, PAGE);
  expect(large.getZoom()).toBeCloseTo(large.getHomeZoom());
  const small = stageOf(400, 200);
  lookAt(small, [LINE], WORDS, PAGE);
  expect(small.getZoom() / small.getHomeZoom()).toBeCloseTo(1.8);
  lookAt(small, [], WORDS, PAGE);
  expect(small.getZoom()).toBeCloseTo(small.getHomeZoom());
});

test("what_fits_one_way_stays_in_the_middle_that_way", () => {
  const viewport = stageOf(800, 200, 90);
  lookAt(viewport, [[0.1, 0.1, 0.1, 0.03]], WORDS, PAGE);
  expect(viewport.getZoom()).toBeGreaterThan(viewport.getHomeZoom());
  const middle = viewport.pixelFromPoint(new OpenSeadragon.Point(0.5, 0.3125));
  expect(middle.x).toBeCloseTo(400);
});

test("a_chosen_zoom_stays_and_the_place_comes_into_view", () => {
  const viewport = stageOf(800, 400);
  viewport.zoomTo(4 * viewport.getHomeZoom(), new OpenSeadragon.Point(0, 0), true).applyConstraints(true);
  const zoom = viewport.getZoom();
  bringIntoView(viewport, [[0.8, 0.8, 0.1, 0.05]], PAGE);
  expect(viewport.getZoom()).toBe(zoom);
  expect(viewport.getBounds().containsPoint(new OpenSeadragon.Point(0.85, 0.515625))).toBe(true);
});
