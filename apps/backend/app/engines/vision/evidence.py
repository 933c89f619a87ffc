"""Where a model's value stands on the card: aligned to the words that the built-in reader has recognised.

Boxes that a model gives are not trusted. A value may run over several lines and differ by a few letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from app.models.record import Box, Evidence, Line, Page, Word

FOUND = 90.0
FOUND_LONG = 85.0
LONG = 15
"""Letters and digits from which a value may differ a little more."""
SHORT = 3
"""Up to so many letters and digits a value must be a whole word."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page's letters and digits in one row; ``owner`` says which word each belongs to."""

    page: Page
    letters: str
    owner: tuple[int, ...]
    words: tuple[tuple[int, Word], ...]
    """Each word with the number of its line."""


class Words:
    """The words of one card, ready to look up values."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._sheets = [_sheet(page) for page in pages if page.lines]
        self.count = sum(len(sheet.words) for sheet in self._sheets)
        scores = [word.score for sheet in self._sheets for _, word in sheet.words]
        self.score = sum(scores) / len(scores) if scores else 0.0
        """How sure the recogniser was, on average: low for handwriting."""

    def find(self, value: str) -> tuple[Evidence, ...]:
        """One box for each line on which the value stands; empty when it is not on the card."""
        wanted = _letters(value)
        if not wanted:
            return ()
        best: tuple[float, _Sheet, int, int] | None = None
        for sheet in self._sheets:
            hit = _whole(wanted, sheet) if len(wanted) <= SHORT else _aligned(wanted, sheet)
            if hit and (best is None or hit[0] > best[0]):
                best = (hit[0], sheet, hit[1], hit[2])
        return _boxes(best[1], best[2], best[3]) if best else ()


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _sheet(page: Page) -> _Sheet:
    words = tuple((number, word) for number, line in enumerate(page.lines) for word in _words(line))
    letters, owner = [], []
    for index, (_, word) in enumerate(words):
        plain = _letters(word.text)
        letters.append(plain)
        owner += [index] * len(plain)
    return _Sheet(page, "".join(letters), tuple(owner), words)


def _words(line: Line) -> Iterable[Word]:
    return line.words or (Word(line.text, line.box, line.score),)


def _whole(wanted: str, sheet: _Sheet) -> tuple[float, int, int] | None:
    for index, (_, word) in enumerate(sheet.words):
        if _letters(word.text) == wanted:
            return 100.0, index, index
    return None


def _aligned(wanted: str, sheet: _Sheet) -> tuple[float, int, int] | None:
    if len(wanted) > len(sheet.letters) * 1.1:
        return None
    cutoff = FOUND_LONG if len(wanted) >= LONG else FOUND
    hit = fuzz.partial_ratio_alignment(wanted, sheet.letters, score_cutoff=cutoff)
    if hit is None or hit.dest_end <= hit.dest_start:
        return None
    owners = sheet.owner[hit.dest_start : hit.dest_end]
    shares = {index: owners.count(index) for index in set(owners)}
    kept = [i for i, share in shares.items() if share * 2 >= len(_letters(sheet.words[i][1].text))] or list(shares)
    return hit.score, min(kept), max(kept)


def _boxes(sheet: _Sheet, first: int, last: int) -> tuple[Evidence, ...]:
    lines: dict[int, list[Box]] = {}
    for number, word in sheet.words[first : last + 1]:
        lines.setdefault(number, []).append(word.box)
    return tuple(Evidence(sheet.page.image, _around(boxes)) for boxes in lines.values())


def _around(boxes: Sequence[Box]) -> Box:
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    right, bottom = max(b[0] + b[2] for b in boxes), max(b[1] + b[3] for b in boxes)
    return left, top, right - left, bottom - top
