"""Where a verified value stands on its card: the spans of pieces that spell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from app.engines.local import kinds
from app.engines.local.learned import pieces as cards
from app.engines.local.learned.pieces import Piece
from app.models.enums import FieldType
from app.models.record import FieldSpec

ALIKE = 72.0
ALIKE_SHORT = 80.0
"""For values of four or five characters; shorter ones must be spelled exactly."""
_LOOK_ALIKE = str.maketrans({"o": "0", "°": "0", "'": "0", "%": "0", "º": "0", "l": "1", "i": "1", '"': "0", "*": "0"})

Span = tuple[int, int]
"""First piece and the one behind the last."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place where a value may stand. ``likeness`` 0 to 100."""

    span: Span
    likeness: float


class Spelling:
    """The pieces of a card as one string without spaces, and back from characters to pieces."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.starts: list[int] = []
        parts: list[str] = []
        size = 0
        for piece in pieces:
            self.starts.append(size)
            word = "" if piece.broken else plain(piece.text)
            parts.append(word)
            size += len(word)
        self.starts.append(size)
        self.text = "".join(parts)
        self.alike = self.text.translate(_LOOK_ALIKE)
        self._first = {start: number for number, start in reversed(list(enumerate(self.starts)))}

    def piece_at(self, character: int) -> int:
        """The piece that begins at a character, or holds it."""
        low, high = 0, len(self.pieces)
        while low < high:
            middle = (low + high) // 2
            if self.starts[middle + 1] <= character:
                low = middle + 1
            else:
                high = middle
        return low

    def cut(self, span: Span) -> str:
        return self.text[self.starts[span[0]] : self.starts[span[1]]]


def plain(text: str) -> str:
    """Small letters, without spaces."""
    return "".join(text.casefold().split())


def places(spelling: Spelling, field: FieldSpec, value: str) -> list[list[Found]]:
    """For every line of a value, where it may stand, the likeliest first; a line that stands nowhere is left out."""
    if field.type is FieldType.DATE:
        dated = _dates(spelling.pieces, value)
        return [dated] if dated else []
    lines = [line for line in value.split("\n") if line.strip()]
    return [found for line in lines if (found := _line(spelling, line))]


def _line(spelling: Spelling, line: str) -> list[Found]:
    wanted = plain(line)
    if not wanted or not spelling.text:
        return []
    exact = _occurrences(spelling, spelling.text, wanted)
    if exact:
        return exact
    if len(wanted) <= 4 and any(c.isdigit() for c in wanted):
        return [Found(f.span, 90.0) for f in _occurrences(spelling, spelling.alike, wanted.translate(_LOOK_ALIKE))]
    if len(wanted) <= 3:
        return []
    return _nearest(spelling, wanted)


def _occurrences(spelling: Spelling, text: str, wanted: str) -> list[Found]:
    found = []
    begin = text.find(wanted)
    while begin >= 0:
        span = _span(spelling, begin, begin + len(wanted))
        if span is not None and spelling.starts[span[1]] - spelling.starts[span[0]] == len(wanted):
            found.append(Found(span, 100.0))
        begin = text.find(wanted, begin + 1)
    return found


def _span(spelling: Spelling, begin: int, end: int) -> Span | None:
    first, last = spelling.piece_at(begin), spelling.piece_at(max(begin, end - 1))
    return (first, last + 1) if first <= last < len(spelling.pieces) else None


def _nearest(spelling: Spelling, wanted: str) -> list[Found]:
    """The best window, its ends moved to the edges of pieces."""
    near = fuzz.partial_ratio_alignment(wanted, spelling.text, score_cutoff=ALIKE - 12)
    if near is None:
        return []
    rough = _span(spelling, near.dest_start, near.dest_end)
    if rough is None:
        return []
    best: Found | None = None
    for first in range(max(0, rough[0] - 2), rough[0] + 3):
        for end in range(max(first + 1, rough[1] - 2), min(len(spelling.pieces), rough[1] + 2) + 1):
            likeness = fuzz.ratio(spelling.cut((first, end)), wanted)
            if best is None or likeness > best.likeness:
                best = Found((first, end), likeness)
    least = ALIKE_SHORT if len(wanted) <= 5 else ALIKE
    return [best] if best is not None and best.likeness >= least else []


def _dates(pieces: Sequence[Piece], value: str) -> list[Found]:
    """Windows of one row that read as this date, the shortest first."""
    found = []
    for first in range(len(pieces)):
        for end in range(first + 2, min(len(pieces), first + 8) + 1):
            if not cards.same_row(pieces[first], pieces[end - 1]):
                break
            text = cards.joined(pieces[first:end])
            read = kinds.iso_date(text)
            if read is not None and read[0] == value and read[1] == 0 and read[2] == len(text):
                found.append(Found((first, end), 100.0))
                break
    return found
