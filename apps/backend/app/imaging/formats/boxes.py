"""Boxes of the ISO base media format, which JPEG 2000 and HEIC share."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.imaging.formats.source import Source
from app.imaging.rejection import damaged

MOST_BOXES = 1024


@dataclass(frozen=True, slots=True)
class Box:
    """A box's kind and the bytes of the file that its content covers, ``start`` to ``end``."""

    kind: bytes
    start: int
    end: int


def boxes(source: Source, start: int, end: int) -> Iterator[Box]:
    """Yield the boxes between two offsets. Raises ``ImageRejected`` (damaged) when one does not fit."""
    for _ in range(MOST_BOXES):
        if start >= end:
            return
        length, head = source.number(start, 4), 8
        if length == 1:
            length, head = source.number(start + 8, 8), 16
        elif length == 0:
            length = end - start
        if length < head or start + length > end:
            raise damaged(f"a box at {start} is longer than what holds it")
        yield Box(source.at(start + 4, 4), start + head, start + length)
        start += length
    raise damaged("too many boxes")


def first(source: Source, kind: bytes, start: int, end: int) -> Box:
    """Return the first box of a kind. Raises ``ImageRejected`` (damaged) if there is none."""
    for box in boxes(source, start, end):
        if box.kind == kind:
            return box
    raise damaged(f"no {kind!r} box")
