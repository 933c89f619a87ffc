"""What the tagger sees of a piece: words and shapes around it, its segment, and what the rules say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.engines.local.learned import pieces as cards
from app.engines.local.learned.pieces import X_BINS, Y_BINS, Piece
from app.models.record import Value

_DIGIT = re.compile(r"\d")
AROUND = (-2, -1, 0, 1, 2)
NOTHING = "-"
EDGE = 1e-4
"""Boxes are stored with four places."""


def of_card(pieces: Sequence[Piece], rules: Sequence[str]) -> list[list[str]]:
    """One list of features per piece. ``rules``: per piece, what ``by_rules`` says."""
    words = [_DIGIT.sub("0", piece.text.casefold()) for piece in pieces]
    shapes = [shape(piece.text) for piece in pieces]
    own = [_own(piece) for piece in pieces]
    size = len(pieces)
    found = []
    for n in range(size):
        row = ["b", *own[n]]
        for step in AROUND:
            at = n + step
            if 0 <= at < size:
                row.append(f"w{step}={words[at]}")
                row.append(f"s{step}={shapes[at]}")
            else:
                row.append(f"w{step}=<>")
        row.append(f"r={rules[n]}")
        if n:
            row.append(f"r-1={rules[n - 1]}>{rules[n]}")
            if not cards.same_row(pieces[n - 1], pieces[n]):
                row.append("newline")
        if n + 1 < size:
            row.append(f"r+1={rules[n]}<{rules[n + 1]}")
        found.append(row)
    return found


def _own(piece: Piece) -> list[str]:
    x = min(X_BINS - 1, int(piece.x * X_BINS))
    y = min(Y_BINS - 1, int(piece.y * Y_BINS))
    row = min(piece.row, 6)
    from_end = min(piece.rows - 1 - piece.row, 3)
    found = [
        f"x={x}", f"xy={x}|{y}", f"seg={min(piece.segment, 3)}", f"row={row}", f"end={from_end}",
        f"len={min(piece.place + piece.left + 1, 8)}", f"side={piece.image}",
    ]  # fmt: skip
    if piece.place == 0:
        found.append("first")
    if piece.left == 0:
        found.append("last")
    if piece.glued:
        found.append("glued")
    if piece.gap > 1.5:
        found.append("apart")
    return found


def shape(text: str) -> str:
    """``Ab`` or ``a`` for a word, ``A`` in capitals, ``0000`` for four figures, a mark as it is."""
    if text.isdigit():
        return "0" * min(len(text), 5)
    if not text.isalpha():
        return text
    size = "1" if len(text) == 1 else "3" if len(text) <= 3 else ""
    if text.isupper():
        return "A" + size
    return ("Ab" if text[0].isupper() else "a") + size


def by_rules(pieces: Sequence[Piece], values: Sequence[Value]) -> list[str]:
    """Per piece, the number of the field whose value the rules found there, with how sure they were."""
    found = [NOTHING] * len(pieces)
    centres = [(p.image, p.box[0] + p.box[2] / 2, p.box[1] + p.box[3] / 2) for p in pieces]
    for number, value in enumerate(values):
        if value.text is None:
            continue
        sure = "h" if value.confidence >= 0.7 else "l"
        for place in value.evidence:
            left, top, width, height = place.box
            right, bottom = left + width + EDGE, top + height + EDGE
            for n, (image, x, y) in enumerate(centres):
                if (
                    top - EDGE <= y <= bottom
                    and left - EDGE <= x <= right
                    and image == place.image
                    and found[n] == NOTHING
                ):
                    found[n] = f"{number}{sure}"
    return found
