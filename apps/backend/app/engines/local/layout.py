"""Lines to rows and segments, on the card as it lies: slightly turned scans are levelled first.

Lengths are in line heights (the median of the page), so that no rule knows the resolution.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from app.engines.local import text
from app.engines.local.text import Token
from app.models.record import Page

SAME_ROW = 0.5
"""Lines whose centres differ by less than this stand in one row."""
SEGMENT_GAP = 1.0
"""A wider gap begins a new segment: another column of a form, a shelf mark at the edge."""
PARAGRAPH_GAP = 1.7
"""Rows further apart than so many usual distances are separate paragraphs."""

WIDEST_PITCH = 1.6
"""Rows of one paragraph are never further apart, in line heights."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of a row without a wide gap. ``left``, ``right``, ``middle``, ``height`` in line heights."""

    tokens: tuple[Token, ...]
    left: float
    right: float
    middle: float
    height: float

    @property
    def text(self) -> str:
        return " ".join(token.text for token in self.tokens)


@dataclass(frozen=True, slots=True)
class Row:
    segments: tuple[Segment, ...]
    middle: float
    gap: float
    """Distance to the row above, in usual row distances; 0 for the first."""

    @property
    def text(self) -> str:
        return " ".join(segment.text for segment in self.segments)

    @property
    def left(self) -> float:
        return self.segments[0].left

    @property
    def right(self) -> float:
        return self.segments[-1].right


@dataclass(frozen=True, slots=True)
class Sheet:
    """One side of a card: its rows from top to bottom; ``width`` and ``height`` in line heights."""

    image: int
    width: float
    height: float
    rows: tuple[Row, ...]

    def segments(self) -> Iterator[Segment]:
        for row in self.rows:
            yield from row.segments

    def paragraphs(self) -> list[list[Row]]:
        found: list[list[Row]] = []
        for row in self.rows:
            if not found or row.gap > PARAGRAPH_GAP:
                found.append([])
            found[-1].append(row)
        return found


def sheets(pages: Sequence[Page]) -> list[Sheet]:
    """The sides of a card that have anything on them."""
    return [sheet(page) for page in pages if not page.blank]


def sheet(page: Page) -> Sheet:
    """The rows of a page; a blank one has none."""
    lines = [found for line in page.lines if (found := text.tokens(line, page.image))]
    if not lines:
        return Sheet(page.image, 1.0, 1.0, ())
    unit = median(line.box[3] for line in page.lines) * page.height or 1.0
    level = _Level(page.width / unit, page.height / unit, _slope(lines, page))
    segments = sorted((s for line in lines for s in level.segments(line)), key=lambda s: s.middle)
    rows = [sorted(row, key=lambda s: s.left) for row in _rows(segments)]
    middles = [sum(s.middle for s in row) / len(row) for row in rows]
    gaps = [below - above for above, below in itertools.pairwise(middles)]
    usual = _usual(gaps)
    made = tuple(
        Row(tuple(_merged(row)), middle, gap / usual)
        for row, middle, gap in zip(rows, middles, [0.0, *gaps], strict=True)
    )
    return Sheet(page.image, level.width, level.height, made)


def plain_text(pages: Iterable[Page]) -> str:
    """The normalised text of a card: rows as lines, sides parted by an empty line."""
    sides = ["\n".join(row.text for row in sheet(page).rows) for page in pages]
    return "\n\n".join(side for side in sides if side)


@dataclass(frozen=True, slots=True)
class _Level:
    """Turns fractions of the image into line heights on a level card."""

    width: float
    height: float
    slope: float

    def segments(self, line: Sequence[Token]) -> list[Segment]:
        parts: list[list[Token]] = [[line[0]]]
        for token in line[1:]:
            if (token.box[0] - parts[-1][-1].right) * self.width > SEGMENT_GAP:
                parts.append([])
            parts[-1].append(token)
        return [self._segment(part) for part in parts]

    def _segment(self, part: Sequence[Token]) -> Segment:
        x, y, width, height = text.around([token.box for token in part])
        centre = (x + width / 2) * self.width
        middle = (y + height / 2) * self.height - self.slope * centre
        usual = median(token.box[3] for token in part) * self.height
        return Segment(tuple(part), x * self.width, (x + width) * self.width, middle, usual)


def _slope(lines: Sequence[Sequence[Token]], page: Page) -> float:
    """How much a line falls per unit of width, from the long lines."""
    slopes = []
    for line in lines:
        first, last = line[0].box, line[-1].box
        across = (last[0] + last[2] / 2 - first[0] - first[2] / 2) * page.width
        if across > 0.2 * page.width:
            slopes.append((last[1] + last[3] / 2 - first[1] - first[3] / 2) * page.height / across)
    return median(slopes) if slopes else 0.0


def _rows(segments: Sequence[Segment]) -> list[list[Segment]]:
    rows: list[list[Segment]] = []
    for segment in segments:
        row = next((row for row in reversed(rows[-3:]) if _fits(row, segment)), None)
        if row is None:
            rows.append([segment])
        else:
            row.append(segment)
    return rows


def _fits(row: Sequence[Segment], segment: Segment) -> bool:
    middle = sum(s.middle for s in row) / len(row)
    apart = all(segment.left >= s.right - 0.3 or segment.right <= s.left + 0.3 for s in row)
    return abs(segment.middle - middle) < SAME_ROW and apart


def _merged(row: Sequence[Segment]) -> Iterator[Segment]:
    """Neighbours that the detector parted without a wide gap are one segment again."""
    current = row[0]
    for segment in row[1:]:
        if segment.left - current.right <= SEGMENT_GAP:
            middle, height = (current.middle + segment.middle) / 2, max(current.height, segment.height)
            current = Segment(
                (*current.tokens, *segment.tokens),
                current.left,
                max(current.right, segment.right),
                middle,
                height,
            )
        else:
            yield current
            current = segment
    yield current


def _usual(gaps: Sequence[float]) -> float:
    """The distance from row to row within a paragraph: the lower middle of all distances of at least half a line."""
    kept = sorted(gap for gap in gaps if gap >= 0.5)
    return min(kept[(len(kept) - 1) // 3], WIDEST_PITCH) if kept else 1.0
