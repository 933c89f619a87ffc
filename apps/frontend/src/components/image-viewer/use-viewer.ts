import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";

import type { CardLook } from "./card-look";
import type { Box, Size } from "./geometry";
import { bringIntoView, layOn, lookAt, makeViewer, sourceOf, type Viewer } from "./viewer";

interface ViewerParts {
  url: string;
  page: Size;
  look: Pick<CardLook, "turn" | "join">;
  /** The places that are looked at, and those of all words. */
  places: readonly Box[];
  words: readonly Box[];
  /** Given: the image has the focus and keys of its own, under this name. */
  keys: string | undefined;
}

type Shown = "loading" | "drawn" | "failed";

/** OpenSeadragon on an element: one image, the sheet that lies on it, and whether it is drawn. */
export function useViewer({ url, page, look, places, words, keys }: ViewerParts) {
  const [viewer, setViewer] = useState<Viewer | null>(null);
  const [sheet] = useState(() => document.createElement("div"));
  const [news, setNews] = useState<{ url: string; shown: Shown }>({ url, shown: "loading" });
  const [attempt, setAttempt] = useState(0);
  /** A person has chosen the zoom: the field in focus does not change it. */
  const held = useRef(false);
  const { width, height } = page;
  const { turn, join } = look;

  const mount = useCallback(
    (element: HTMLDivElement | null) => {
      if (element === null) return;
      const made = makeViewer(element, keys);
      const hold = () => {
        held.current = true;
      };
      for (const event of ["canvas-scroll", "canvas-pinch", "canvas-drag", "canvas-key"] as const) {
        made.addHandler(event, hold);
      }
      setViewer(made);
      return () => {
        setViewer(null);
        made.destroy();
      };
    },
    [keys],
  );

  const lookNow = useRef<() => void>(() => undefined);
  useEffect(() => {
    lookNow.current = () => {
      if (viewer?.isOpen() !== true) return;
      if (held.current) bringIntoView(viewer.viewport, places, page);
      else lookAt(viewer.viewport, places, words, page);
    };
  });

  // Before the page is painted: a moment less until the next card stands there.
  useLayoutEffect(() => {
    if (viewer === null) return;
    const opened = () => {
      layOn(viewer, sheet, { width, height });
      lookNow.current();
    };
    const say = (shown: Shown) => () =>
      setNews((now) => (now.url === url && now.shown === shown ? now : { url, shown }));
    const handlers = [
      ["open", opened],
      // The library goes back to the old zoom once this has been heard.
      ["after-resize", () => queueMicrotask(() => lookNow.current())],
      ["tile-drawn", say("drawn")],
      ["tile-load-failed", say("failed")],
    ] as const;
    for (const [event, handler] of handlers) viewer.addHandler(event, handler);
    held.current = false;
    viewer.open({ tileSource: sourceOf(url, { width, height }) });
    return () => {
      for (const [event, handler] of handlers) viewer.removeHandler(event, handler);
    };
  }, [viewer, sheet, url, width, height, attempt]);

  useEffect(() => {
    if (viewer === null) return;
    viewer.viewport.setRotation(turn, true);
    held.current = false;
    lookNow.current();
  }, [viewer, turn]);

  const where = JSON.stringify(places);
  useEffect(() => lookNow.current(), [where]);

  useEffect(() => {
    if (viewer === null) return;
    return join({
      fit: () => {
        held.current = true;
        viewer.viewport.goHome();
      },
      zoom: (by) => {
        held.current = true;
        viewer.viewport.zoomBy(by).applyConstraints();
      },
    });
  }, [viewer, join]);

  const again = useCallback(() => {
    setNews({ url, shown: "loading" });
    setAttempt((now) => now + 1);
  }, [url]);
  const shown = news.url === url ? news.shown : "loading";
  return useMemo(() => ({ mount, viewer, sheet, shown, again }), [mount, viewer, sheet, shown, again]);
}
