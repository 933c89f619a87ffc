"""A card as a row of pieces: figures, letters and single marks, each with its place.

Pieces are cut from normalised words (``local.text``); the raw words stay in the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.engines.local import layout, text
from app.engines.local.layout import Row, Segment, Sheet
from app.engines.local.text import Token
from app.models.record import Box, Evidence, Page

_PIECE = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
X_BINS, Y_BINS = 6, 12


@dataclass(frozen=True, slots=True)
class Piece:
    """One mark, number or run of letters. ``x``, ``y``: where its segment starts, as shares of the side (0 to 1)."""

    text: str
    image: int
    row: int
    segment: int
    """Which segment of its row."""
    place: int
    """Which piece of its segment, from 0."""
    left: int
    """How many pieces of its segment follow."""
    glued: bool
    """No space before it."""
    broken: bool
    """A hyphen at a line's end that only divides a word."""
    box: Box
    score: float
    x: float
    y: float
    gap: float
    """Distance of its row to the row above, in usual row distances."""
    rows: int
    """Rows of its side."""


def of_pages(pages: Sequence[Page]) -> list[Piece]:
    """The pieces of all sides, in reading order."""
    return of_sheets(layout.sheets(pages))


def of_sheets(sheets: Sequence[Sheet]) -> list[Piece]:
    found: list[Piece] = []
    for sheet in sheets:
        begin = len(found)
        for number, row in enumerate(sheet.rows):
            found.extend(_of_row(row, number, len(sheet.rows)))
        found[begin:] = _with_breaks(found[begin:])
    return found


def _of_row(row: Row, number: int, rows: int) -> Iterator[Piece]:
    for place, segment in enumerate(row.segments):
        cut = [part for token in segment.tokens for part in _cut(token)]
        x, y = _corner(segment)
        for index, (word, glued, box, token) in enumerate(cut):
            yield Piece(
                text=word, image=token.image, row=number, segment=place, place=index, left=len(cut) - 1 - index,
                glued=glued, broken=False, box=box, score=token.score, x=x, y=y, gap=row.gap, rows=rows,
            )  # fmt: skip


def _corner(segment: Segment) -> tuple[float, float]:
    box = segment.tokens[0].box
    return box[0], box[1] + box[3] / 2


def _cut(token: Token) -> Iterator[tuple[str, bool, Box, Token]]:
    size = len(token.text)
    for index, match in enumerate(_PIECE.finditer(token.text)):
        box = text.part_of(token.box, match.start() / size, match.end() / size)
        yield match.group(), index > 0, box, token


def _with_breaks(pieces: list[Piece]) -> Iterator[Piece]:
    for number, piece in enumerate(pieces):
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        before = pieces[number - 1] if number else None
        divides = (
            piece.text == "-"
            and piece.glued
            and before is not None
            and before.text.isalpha()
            and after is not None
            and after.row != piece.row
            and after.text[:1].islower()
        )
        if divides:
            yield Piece(**{**{name: getattr(piece, name) for name in Piece.__slots__}, "broken": True})
        else:
            yield piece


def cut_text(text: str) -> list[str]:
    """A text as pieces, without places."""
    return _PIECE.findall(text)


def joined(pieces: Sequence[Piece], between_rows: str = " ") -> str:
    """The text of some pieces: lines joined, words divided at a line's end put together."""
    found: list[str] = []
    before: Piece | None = None
    for piece in pieces:
        if piece.broken and piece is not pieces[-1]:
            before = piece
            continue
        if before is not None and not (before.broken or (piece.glued and same_line(before, piece))):
            found.append(" " if same_row(before, piece) else between_rows)
        found.append(piece.text)
        before = piece
    return "".join(found)


def same_row(one: Piece, other: Piece) -> bool:
    return one.row == other.row and one.image == other.image


def same_line(one: Piece, other: Piece) -> bool:
    """In one segment of one row."""
    return same_row(one, other) and one.segment == other.segment


def evidence(pieces: Iterable[Piece]) -> tuple[Evidence, ...]:
    """One box for every line that the pieces stand on."""
    lines: dict[tuple[int, int, int], list[Box]] = {}
    for piece in pieces:
        lines.setdefault((piece.image, piece.row, piece.segment), []).append(piece.box)
    return tuple(Evidence(image, text.around(boxes)) for (image, _, _), boxes in lines.items())
