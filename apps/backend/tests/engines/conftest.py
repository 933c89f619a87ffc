"""Pages made of words, as the recogniser would give them, without an image."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from app.models.record import Line, Page, Word

WIDTH, HEIGHT, LETTER, LINE = 1000, 600, 12, 24
MakePage = Callable[..., Page]


def _line(left: float, top: float, text: str, score: float, slope: float) -> Line:
    words, x = [], left
    for word in text.split(" "):
        if word:
            fallen = top + slope * (x + len(word) * LETTER / 2)
            box = (x / WIDTH, fallen / HEIGHT, len(word) * LETTER / WIDTH, LINE / HEIGHT)
            words.append(Word(word, box, score))
        x += (len(word) + 1) * LETTER
    box = (left / WIDTH, (top + slope * left) / HEIGHT, (x - LETTER - left) / WIDTH, LINE / HEIGHT)
    return Line(text, box, score, tuple(words))


def _page(*lines: tuple[float, float, str], image: int = 0, score: float = 0.99, slope: float = 0.0) -> Page:
    made: Sequence[Line] = [_line(left, top, text, score, slope) for left, top, text in lines]
    return Page(image, WIDTH, HEIGHT, tuple(made), blank=not made)


@pytest.fixture
def page() -> MakePage:
    """A page of 1000 x 600 pixels from ``(left, top, text)``.

    Letters are 12 wide, lines 24 high and fall by ``slope`` to the right.
    """
    return _page
