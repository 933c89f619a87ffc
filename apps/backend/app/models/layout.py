"""Words and boxes of a reading, packed for storing and unpacked for fielding again without OCR.

zlib of JSON: ``[[image, width, height, blank, [[text, score, [x, y, w, h], [[text, score, [..]], ..]], ..]], ..]``
with boxes as fractions to four places.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence

from app.models.record import Box, Line, Page, Word


def _box(box: Box) -> list[float]:
    return [round(side, 4) for side in box]


def pack(pages: Sequence[Page]) -> bytes:
    rows = [
        [
            page.image,
            page.width,
            page.height,
            page.blank,
            [
                [
                    line.text,
                    round(line.score, 3),
                    _box(line.box),
                    [[word.text, round(word.score, 3), _box(word.box)] for word in line.words],
                ]
                for line in page.lines
            ],
        ]
        for page in pages
    ]
    return zlib.compress(json.dumps(rows, separators=(",", ":")).encode(), 6)


def unpack(packed: bytes) -> tuple[Page, ...]:
    rows = json.loads(zlib.decompress(packed))
    return tuple(
        Page(
            image=image,
            width=width,
            height=height,
            blank=blank,
            lines=tuple(
                Line(
                    text=text,
                    score=score,
                    box=tuple(box),
                    words=tuple(Word(text=t, score=s, box=tuple(b)) for t, s, b in words),
                )
                for text, score, box, words in lines
            ),
        )
        for image, width, height, blank, lines in rows
    )
