"""Is there writing on a side of a card? When in doubt, yes."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from PIL import Image

LONG_SIDE: Final = 640  # pixels in which the measure looks at a card, or up to half as many more
ACROSS: Final = 80  # cells on the long side; a cell is about the height of a small letter
MARGIN: Final = 0.03  # of each side: shadows and torn edges
FAINTEST: Final = 16  # grey levels that a cell of ink must span on smooth paper
STRONGEST: Final = 40  # and on the coarsest
ROUGHEST: Final = 24  # grey levels in the middle of all cells; no paper has so many
SURELY_WRITTEN: Final = 0.05  # of the cells
RULE: Final = 0.55  # of a row or column of cells: long enough for a printed line
THIN: Final = 0.4  # of a cell: strokes of a line, across its run
MOSTLY: Final = 0.8  # of the cells of a line are thin; the others are where it is crossed
LINE: Final = 0.25  # of the long side: a line drawn, not a word underlined
LEAST_CELLS: Final = 4  # of writing in all
SPECK: Final = 2  # cells
EDGE: Final = 2  # cells, inside the margin
HOLE: Final = 0.16  # of the long side, at most
SOLID: Final = 0.55  # of the box around a punch hole; letters fill less

Cells = np.ndarray[tuple[int, int], np.dtype[np.bool_]]
Grey = np.ndarray[tuple[int, int], np.dtype[np.uint8]]
Blob = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Page:
    """A side in small: the greys, the paper's, its grain, the least span of greys that is ink, the cells holding it.

    ``cell`` in pixels.
    """

    grey: Grey
    cell: int
    paper: int
    grain: float
    least: float
    cells: Cells


@dataclass(frozen=True, slots=True)
class Thin:
    """Cells whose ink could be part of a thin line: ``flat`` across, ``steep`` down."""

    flat: Cells
    steep: Cells


def is_blank(grey: Image.Image) -> bool:
    """Tell whether a side (mode L, any size, either way up, dark on light or not) carries no writing.

    Edges, ruled lines, the punch hole and specks do not count. Faint pencil does.
    """
    page = _page(_fitted(grey))
    if page.grain > ROUGHEST or _surely_written(page.cells):
        return False
    thin = _thin(page)
    cells = _without_rules(page.cells, thin)
    written = [blob for blob in _blobs(cells) if not _is_dirt(blob, page, thin)]
    return sum(map(len, written)) < LEAST_CELLS


def _surely_written(cells: Cells) -> bool:
    """Tell whether much ink is left even if every full row and column were a line; the quick way out."""
    rows, columns = cells.mean(axis=1) <= RULE, cells.mean(axis=0) <= RULE
    return int(cells[rows][:, columns].sum()) > SURELY_WRITTEN * cells.size


def _fitted(grey: Image.Image) -> Grey:
    """Return the greys near the measure's size, without the margin."""
    factor = round(max(grey.size) / LONG_SIDE)
    if factor > 1:
        grey = grey.reduce(factor)
    across, down = round(grey.width * MARGIN), round(grey.height * MARGIN)
    return np.asarray(grey.crop((across, down, grey.width - across, grey.height - down)))


def _page(grey: Grey) -> Page:
    paper = int(np.median(grey[::4, ::4]))
    cell = max(2, round(max(grey.shape) / ACROSS))
    rows, columns = grey.shape[0] // cell, grey.shape[1] // cell
    if not rows or not columns:
        return Page(grey, cell, paper, ROUGHEST + 1, STRONGEST, np.ones((1, 1), dtype=np.bool_))
    tiles = grey[: rows * cell, : columns * cell].reshape(rows, cell, columns * cell)
    lightest = tiles.max(axis=1).reshape(rows, columns, cell).max(axis=2)
    darkest = tiles.min(axis=1).reshape(rows, columns, cell).min(axis=2)
    span = lightest - darkest
    grain = float(np.median(span))
    least = min(max(2.5 * grain, FAINTEST), STRONGEST)
    return Page(grey, cell, paper, grain, least, span >= least)


def _thin(page: Page) -> Thin:
    rows, columns = page.cells.shape
    cell = page.cell
    tiles = page.grey[: rows * cell, : columns * cell].astype(np.int16)
    marks = (np.abs(tiles - page.paper) > page.least / 2).reshape(rows, cell, columns, cell)
    most = max(2, round(THIN * cell))
    return Thin(marks.sum(axis=1).max(axis=2) <= most, marks.sum(axis=3).max(axis=1) <= most)


def _without_rules(cells: Cells, thin: Thin) -> Cells:
    """Return the cells of ink but for printed lines, which run straight on and are thin."""
    kept = cells.copy()
    flat, steep = cells & thin.flat, cells & thin.steep
    rows, columns = cells.mean(axis=1), cells.mean(axis=0)
    kept[(rows > RULE) & (flat.mean(axis=1) >= MOSTLY * rows), :] = False
    kept[:, (columns > RULE) & (steep.mean(axis=0) >= MOSTLY * columns)] = False
    return kept


def _blobs(cells: Cells) -> list[Blob]:
    """Return the groups of touching cells, corners included."""
    left = {(int(y), int(x)) for y, x in np.argwhere(cells)}
    blobs = []
    while left:
        blob = [left.pop()]
        for y, x in blob:  # grows while it is read
            near = {(y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)} & left
            left -= near
            blob.extend(near)
        blobs.append(blob)
    return blobs


def _is_dirt(blob: Blob, page: Page, thin: Thin) -> bool:
    """Tell specks, remains of edges and the punch hole from writing."""
    if len(blob) <= SPECK:
        return True
    ys, xs = [y for y, _ in blob], [x for _, x in blob]
    top, bottom, left, right = min(ys), max(ys) + 1, min(xs), max(xs) + 1
    height, width = bottom - top, right - left
    rows, columns = page.cells.shape
    if bottom <= EDGE or right <= EDGE or top >= rows - EDGE or left >= columns - EDGE:
        return True
    lines = thin.flat if width > height else thin.steep
    if max(height, width) > 6 * min(height, width) and sum(bool(lines[at]) for at in blob) >= MOSTLY * len(blob):
        return max(height, width) > LINE * max(rows, columns)
    if max(height, width) > HOLE * max(rows, columns):
        return False
    cell = page.cell
    return _is_solid(page, page.grey[top * cell : bottom * cell, left * cell : right * cell])


def _is_solid(page: Page, box: Grey) -> bool:
    """Tell a filled, round or square shape from letters, which are mostly paper."""
    ys, xs = np.nonzero(np.abs(box.astype(np.int16) - page.paper) >= page.least)
    if not ys.size:
        return False
    height, width = int(np.ptp(ys)) + 1, int(np.ptp(xs)) + 1
    is_compact = max(height, width) <= 3 * min(height, width) and min(height, width) >= 2 * page.cell
    return is_compact and ys.size >= SOLID * height * width
