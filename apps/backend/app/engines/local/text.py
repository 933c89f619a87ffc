"""Normalising what was recognised: punctuation, letter-spaced words, digits read as letters, hyphens at line ends.

The raw words stay in the page; a ``Token`` is the normalised word with its place.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from app.models.record import Box, Line, Word

_PUNCTUATION = str.maketrans(
    {
        "，": ",", "。": ".", "：": ":", "；": ";", "（": "(", "）": ")", "［": "[", "］": "]", "！": "!", "？": "?",
        "／": "/", "－": "-", "　": " ", "、": ",", "º": "°", "˚": "°", "⁰": "°", "’": "'", "‘": "'", "´": "'",
        "`": "'", "′": "'", "″": '"', "“": '"', "”": '"', "„": '"',
        "‐": "-", "‑": "-", "−": "-", "\u00ad": "-", "¬": "-",
    }
)  # fmt: skip
_SPACED = re.compile(r"[^\W_][,.:;\-]?$")
"""One letter of a letter-spaced word, or its last with the punctuation that follows."""
_NUMERIC = re.compile(r"[0-9lIoO]+")
_YEAR_LIKE = re.compile(r"(?<![^\W_])[1lI2][0-9oOlI]{3}(?![^\W_])")
_NO_PLACE = re.compile(r"(?<![\w.])[oO0]\.[oO0]\.(?=[1lI2][0-9oOlI]{3}|$)")
"""``o.0.1957``: *ohne Ort*, without a place."""
_MISSING_SPACE = re.compile(r"(?<=[^\W\d_][,;])(?=[^\W\d_])")
_FIGURES = str.maketrans("lIoO", "1100")
LEAST_LETTERS = 3
"""So many single letters in a row make a letter-spaced word; two may be initials."""
WORD_GAP = 1.8
"""A gap so much wider than the usual one between spaced letters parts two words."""


@dataclass(frozen=True, slots=True)
class Token:
    """A normalised word: where it stands, how surely it was read."""

    text: str
    image: int
    box: Box
    score: float

    @property
    def right(self) -> float:
        return self.box[0] + self.box[2]


def tidy(text: str) -> str:
    """One spelling for each punctuation mark."""
    return text.translate(_PUNCTUATION)


def tokens(line: Line, image: int) -> list[Token]:
    """The normalised words of a line, left to right."""
    words = line.words or (Word(line.text, line.box, line.score),)
    found = [Token(part, image, word.box, word.score) for word in words if (part := tidy(word.text).strip())]
    found = [piece for token in _close_up(found) for piece in _after_comma(token)]
    return [Token(figures(token.text), token.image, token.box, token.score) for token in found]


def figures(word: str) -> str:
    """``l939`` is 1939, ``195o`` 1950 and ``Osterl1ch`` has no figure: by what surrounds it."""
    word = _NO_PLACE.sub("o.O.", word)
    word = _YEAR_LIKE.sub(lambda m: m.group().translate(_FIGURES) if _digits(m.group()) >= 2 else m.group(), word)
    return re.sub(r"[^\W_]+", lambda m: _piece(m.group()), word)


def is_broken(before: str, after: str) -> bool:
    """Whether a word was divided between two lines (``Kin-`` and ``der``, not ``Diss.-`` or ``Nord-`` and ``Ost``)."""
    return len(before) > 1 and before[-1] == "-" and before[-2].isalpha() and after[:1].islower()


def part_of(box: Box, start: float, end: float) -> Box:
    """A box cut to a share of its width."""
    x, y, width, height = box
    return round(x + width * start, 5), y, round(width * (end - start), 5), height


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds them all."""
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[0] + box[2] for box in boxes), max(box[1] + box[3] for box in boxes)
    return round(left, 5), round(top, 5), round(right - left, 5), round(bottom - top, 5)


def _close_up(found: Sequence[Token]) -> list[Token]:
    """``S c h r o l l`` to ``Schroll``; a wider gap within the run parts words (``V a n d e r M e e r``)."""
    closed: list[Token] = []
    n = 0
    while n < len(found):
        end = _end_of_run(found, n)
        letters = sum(len(token.text.rstrip(",.:;-")) == 1 for token in found[n:end])
        if letters < LEAST_LETTERS:
            closed.append(found[n])
            n += 1
        else:
            closed.extend(_merge(part) for part in _split_wide(found[n:end]))
            n = end
    return closed


def _end_of_run(found: Sequence[Token], start: int) -> int:
    end = start
    while end < len(found):
        text = found[end].text
        if text == "-" and end > start and end + 1 < len(found):
            end += 1
            if not _SPACED.match(found[end].text):
                return end + 1
            continue
        if text in {",", ".", ":", ";"} and end > start:
            return end + 1
        if not _SPACED.match(text) or (end == start and not text[0].isalpha()):
            return end
        end += 1
        if text[-1] in ",.:;":
            return end
    return end


def _split_wide(run: Sequence[Token]) -> list[list[Token]]:
    gaps = [after.box[0] - before.right for before, after in itertools.pairwise(run)]
    steps = [after.box[0] - before.box[0] for before, after in itertools.pairwise(run)]
    usual = median(steps) if steps else 0.0
    parts = [[run[0]]]
    for token, step, _gap in zip(run[1:], steps, gaps, strict=True):
        if usual > 0 and step > WORD_GAP * usual and token.text not in ",.:;-":
            parts.append([])
        parts[-1].append(token)
    return parts


def _merge(run: Sequence[Token]) -> Token:
    text = "".join(token.text for token in run)
    score = sum(token.score for token in run) / len(run)
    return Token(text, run[0].image, around([token.box for token in run]), score)


def _after_comma(token: Token) -> list[Token]:
    """``Silcher,Friedrich`` is two words; so is nothing with figures (``Diss.1972,2025``)."""
    cuts = [0, *(m.start() for m in _MISSING_SPACE.finditer(token.text)), len(token.text)]
    size = len(token.text)
    return [
        Token(token.text[a:b], token.image, part_of(token.box, a / size, b / size), token.score)
        for a, b in itertools.pairwise(cuts)
    ]


def _digits(text: str) -> int:
    return sum(character.isdigit() for character in text)


def _piece(piece: str) -> str:
    figures_in = _digits(piece)
    if figures_in == 0 or figures_in == len(piece):
        return piece
    if _NUMERIC.fullmatch(piece) and (len(piece) > 2 or not piece[0].isdigit()):
        return piece.translate(_FIGURES)
    letters = len(piece) - figures_in
    if letters >= 3 and letters > 2 * figures_in and piece[0].isalpha():
        return re.sub(r"(?<=[^\W\d_])1(?=[^\W\d_]|$)", "l", re.sub(r"(?<=[a-zäöüß])0(?=[a-zäöüß])", "o", piece))
    return piece
