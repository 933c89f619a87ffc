"""Pixels to lines and words, with RapidOCR's networks and its box finding.

Decoding is ours (``ctc``): RapidOCR's word boxes carry the score of another character, and its alphabet is
mostly Chinese, whereas a Latin line can only hold Latin characters.
"""

from __future__ import annotations

import threading
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from app.engines.local import ctc, models
from app.models.record import Box, Line, Page, Word

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]
Decoded = tuple[str, float, tuple[ctc.Piece, ...]]

DETECT_LONG_SIDE = 1280
"""Lines are looked for on a copy of this size and read from the full pixels."""
DETECT_SHORT_SIDE = 736
"""Smaller images are enlarged for the search, as RapidOCR does."""
LINE_HEIGHT = 48
"""The height in pixels that the recogniser was trained on."""
MIN_WIDTH = 320
"""Narrower lines are padded."""
LEAST_SCORE = 0.5
"""RapidOCR's limit: what reads worse is dirt, a punch hole or the edge of the card."""
LARGEST_STRETCH = 40.0
"""Width over height beyond which a line is not recognised in one piece."""


class Recogniser:
    """Finds and reads the lines of an image. One instance serves many threads and keeps no state between calls."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._models: models.Models | None = None
        self._lock = threading.Lock()

    def page(self, pixels: Pixels, image: int = 0) -> Page:
        """All lines of an upright RGB image (height, width, 3), top to bottom; boxes are fractions of it.

        Raises ``EngineDown`` when a model file is missing.
        """
        loaded = self._loaded()
        height, width = pixels.shape[:2]
        bgr = np.ascontiguousarray(pixels[:, :, ::-1])
        quads = _find(loaded, bgr)
        found = [_read(loaded, _crop(bgr, quad)) for quad in quads]
        lines = [
            _line(quad, reading, (width, height))
            for quad, reading in zip(quads, found, strict=True)
            if reading[0].strip() and reading[1] >= LEAST_SCORE
        ]
        return Page(image=image, width=width, height=height, lines=tuple(lines), blank=not lines)

    def close(self) -> None:
        """Give back the models; the next call loads them again."""
        with self._lock:
            self._models = None

    def _loaded(self) -> models.Models:
        with self._lock:
            if self._models is None:
                self._models = models.load(self._folder)
            return self._models


def _find(loaded: models.Models, bgr: Pixels) -> list[Floats]:
    """Corner points of every line, each of shape (4, 2) in pixels, clockwise from top left."""
    from rapidocr.ch_ppocr_det.utils import DBPostProcess

    height, width = bgr.shape[:2]
    scale = max(DETECT_SHORT_SIDE / min(height, width), 1.0)
    scale = min(scale, DETECT_LONG_SIDE / max(height, width))
    size = tuple(max(32, round(side * scale / 32) * 32) for side in (width, height))
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    small = cv2.resize(bgr, size, interpolation=method).astype(np.float32)
    batch = (small / 127.5 - 1.0).transpose(2, 0, 1)[None]
    heat = loaded.detector(np.ascontiguousarray(batch, dtype=np.float32))
    find = DBPostProcess(thresh=0.3, box_thresh=0.5, unclip_ratio=1.6, use_dilation=True, score_mode="fast")
    boxes, _ = find(heat, (height, width))
    quads = [np.asarray(box, dtype=np.float32) for box in boxes]
    return sorted(quads, key=lambda quad: (float(quad[:, 1].mean()), float(quad[:, 0].min())))


def _crop(bgr: Pixels, quad: Floats) -> Floats:
    """The line cut out, straightened, at the recogniser's height, as (3, 48, width) between -1 and 1."""
    from rapidocr.utils.process_img import get_rotate_crop_image

    cut = get_rotate_crop_image(bgr, quad)
    height, width = cut.shape[:2]
    target = max(1, round(LINE_HEIGHT * min(width / height, LARGEST_STRETCH)))
    cut = cv2.resize(cut, (target, LINE_HEIGHT)).astype(np.float32)
    return np.ascontiguousarray((cut / 127.5 - 1.0).transpose(2, 0, 1), dtype=np.float32)


def _read(loaded: models.Models, crop: Floats) -> Decoded:
    """One line alone: on a processor a batch only adds the padding to its longest line."""
    width = crop.shape[2]
    batch = np.zeros((1, 3, LINE_HEIGHT, max(width, MIN_WIDTH)), dtype=np.float32)
    batch[0, :, :, :width] = crop
    return ctc.decode(loaded.recogniser(batch)[0], loaded.alphabet, width / batch.shape[3])


def _line(quad: Floats, reading: Decoded, size: tuple[int, int]) -> Line:
    text, score, pieces = reading
    words = tuple(Word(piece.text, _box(_part(quad, piece.start, piece.end), size), piece.score) for piece in pieces)
    return Line(text, _box(quad, size), score, words)


def _part(quad: Floats, start: float, end: float) -> Floats:
    """The part of a line between two fractions of its length (from top to bottom if the line stands upright)."""
    top_left, top_right, bottom_right, bottom_left = quad
    across = float(np.linalg.norm(top_right - top_left))
    down = float(np.linalg.norm(bottom_left - top_left))
    if down >= 1.5 * across:
        top_left, top_right, bottom_right, bottom_left = bottom_left, top_left, top_right, bottom_right
        start, end = 1 - end, 1 - start
    upper, lower = top_right - top_left, bottom_right - bottom_left
    corners = [
        top_left + upper * start,
        top_left + upper * end,
        bottom_left + lower * end,
        bottom_left + lower * start,
    ]
    return np.array(corners, dtype=np.float32)


def _box(quad: Floats, size: tuple[int, int]) -> Box:
    width, height = size
    left, top = np.clip(quad.min(axis=0) / (width, height), 0, 1)
    right, bottom = np.clip(quad.max(axis=0) / (width, height), 0, 1)
    return (
        round(float(left), 5),
        round(float(top), 5),
        round(float(right - left), 5),
        round(float(bottom - top), 5),
    )
