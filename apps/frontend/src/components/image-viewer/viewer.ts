import OpenSeadragon from "openseadragon";

import { type Box, clamp, lineHeight, type Point, type Size, unionOf } from "./geometry";
import { take } from "./prepared";

export type Viewer = OpenSeadragon.Viewer;
type Viewport = OpenSeadragon.Viewport;

/** Where the marks are drawn: an element that lies on the card and is moved, enlarged and turned with it. */
const SHEET = { rotationMode: OpenSeadragon.OverlayRotationMode.EXACT } as const;
const SMALLEST_PRINT = 14;
const LARGEST = 8;
const STEP = 1.4;

/** No controls of its own, an edge of the card never further in than the stage's; with `keys` it can be focused. */
export function makeViewer(element: HTMLElement, keys: string | undefined): Viewer {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const viewer = OpenSeadragon({
    element,
    drawer: "canvas",
    showNavigationControl: false,
    keyboardNavEnabled: keys !== undefined,
    gestureSettingsMouse: { clickToZoom: false },
    gestureSettingsPen: { clickToZoom: false },
    animationTime: calm ? 0 : 0.2,
    minZoomImageRatio: 1,
    maxZoomPixelRatio: 4,
    visibilityRatio: 1,
    constrainDuringPan: true,
    // One image is one tile here; each is kept as an uncompressed picture.
    maxImageCacheCount: 3,
  });
  if (keys === undefined) viewer.canvas.removeAttribute("tabindex");
  else {
    viewer.canvas.setAttribute("role", "application");
    viewer.canvas.setAttribute("aria-label", keys);
    viewer.addHandler("canvas-key", (event) => onKey(viewer, event));
  }
  viewer.addHandler("tile-drawing", ({ context }) => {
    // A large scan is drawn small: the canvas's own way leaves print ragged.
    context.imageSmoothingQuality = "high";
  });
  return viewer;
}

/** Arrows and 0 are the library's; its + and − go by the place on an English keyboard, its letters turn and mirror. */
function onKey({ viewport }: Viewer, event: OpenSeadragon.CanvasKeyEvent): void {
  const { key } = event.originalEvent;
  event.preventDefaultAction = !key.startsWith("Arrow") && key !== "0";
  if (key === "+" || key === "=") viewport.zoomBy(STEP).applyConstraints();
  else if (key === "-") viewport.zoomBy(1 / STEP).applyConstraints();
}

/** The whole image as one tile of known size: nothing has to be asked before it is placed. */
export function sourceOf(url: string, { width, height }: Size): OpenSeadragon.TileSource {
  const source = new OpenSeadragon.TileSource({
    width,
    height,
    tileWidth: width,
    tileHeight: height,
    minLevel: 0,
    maxLevel: 0,
  });
  source.getTileUrl = () => url;
  let picture = take(url);
  const download = source.downloadTileStart.bind(source);
  source.downloadTileStart = (job) => {
    if (picture === undefined) download(job);
    else job.finish(picture, null, "context2d");
    picture = undefined;
  };
  return source;
}

export function layOn(viewer: Viewer, sheet: HTMLElement, { width, height }: Size): void {
  viewer.addOverlay({ ...SHEET, element: sheet, location: new OpenSeadragon.Rect(0, 0, 1, height / width) });
}

/** From a place on the stage to a place on the upright image, in fractions. */
export function onImage(viewport: Viewport, at: Point, page: Size): Point {
  const { x, y } = viewport.pointFromPixel(new OpenSeadragon.Point(at.x, at.y), true);
  return { x, y: (y * page.width) / page.height };
}

/** The card stands still; only where print would be too small to read, it is enlarged around the evidence. */
export function lookAt(viewport: Viewport, boxes: readonly Box[], words: readonly Box[], page: Size): void {
  const place = unionOf(boxes);
  const home = viewport.getHomeZoom();
  // Of the whole card: one small label does not move it.
  const print = (lineHeight(words) * page.height * home * viewport.getContainerSize().x) / page.width;
  viewport.goHome(true);
  if (place === null || print >= SMALLEST_PRINT || print <= 0) return;
  viewport.zoomTo(home * clamp((SMALLEST_PRINT + 4) / print, 1, LARGEST), undefined, true);
  viewport.panTo(middleOf(place, page), true).applyConstraints(true);
  centreWhatFits(viewport, page);
}

/** The library leaves at an edge what is smaller than the stage one way and larger the other. */
function centreWhatFits(viewport: Viewport, page: Size): void {
  const stage = viewport.getContainerSize();
  const { x, y } = viewport.pixelFromPoint(middleOf([0, 0, 1, 1], page));
  const size = viewport.deltaPixelsFromPointsNoRotate(new OpenSeadragon.Point(1, page.height / page.width));
  const across = viewport.getRotation() % 180 === 0 ? size : new OpenSeadragon.Point(size.y, size.x);
  const off = new OpenSeadragon.Point(
    across.x <= stage.x ? x - stage.x / 2 : 0,
    across.y <= stage.y ? y - stage.y / 2 : 0,
  );
  viewport.panBy(viewport.deltaPointsFromPixels(off), true);
}

/** A person has chosen the zoom: it stays, and the evidence comes into view where it was outside. */
export function bringIntoView(viewport: Viewport, boxes: readonly Box[], page: Size): void {
  const place = unionOf(boxes);
  if (place === null) return;
  const middle = middleOf(place, page);
  if (!viewport.getBounds().containsPoint(middle)) viewport.panTo(middle).applyConstraints();
}

function middleOf([x, y, w, h]: Box, page: Size): OpenSeadragon.Point {
  return new OpenSeadragon.Point(x + w / 2, ((y + h / 2) * page.height) / page.width);
}
