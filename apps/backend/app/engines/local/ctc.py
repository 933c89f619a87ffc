"""From the recogniser's probabilities to characters with a place and a score (CTC, greedy)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Indices = npt.NDArray[np.intp]

BLANK = 0
WIDE_STEP = 5
"""At least so many columns between two characters are a gap, even where the model saw no space."""
LATIN_SHARE = 0.6
"""A line keeps the whole alphabet when less of its probability than this is Latin."""
_EXTRA = "–—‘’“”„†‡•…€№½¼¾♭♯ȘșȚț′″⁰"


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The recogniser's characters (``[0]`` is the CTC blank) and which of them Latin script uses."""

    characters: tuple[str, ...]
    latin: Indices

    @classmethod
    def of_characters(cls, characters: list[str]) -> Alphabet:
        """``characters`` as stored in the model: without the blank before and the space behind them."""
        every = ("", *characters, " ")
        latin = [n for n, character in enumerate(every) if n == BLANK or _is_latin(character)]
        return cls(every, np.array(latin, dtype=np.intp))


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters without a gap; ``start`` and ``end`` as fractions of the line's width."""

    text: str
    start: float
    end: float
    score: float


def decode(probabilities: Floats, alphabet: Alphabet, width: float) -> tuple[str, float, tuple[Piece, ...]]:
    """Text, mean score and pieces of one line.

    ``probabilities`` has the shape (columns, characters); ``width`` is the share of the columns that the line
    fills, the rest being padding.
    """
    chosen, scores = _best(probabilities, alphabet)
    new = np.ones(len(chosen), dtype=bool)
    new[1:] = chosen[1:] != chosen[:-1]
    columns = np.flatnonzero(new & (chosen != BLANK))
    if columns.size == 0:
        return "", 0.0, ()
    characters = [alphabet.characters[chosen[column]] for column in columns]
    filled = max(1.0, len(chosen) * width)
    pieces = tuple(_pieces(characters, columns, scores[columns], filled))
    return "".join(characters), float(scores[columns].mean()), pieces


def _best(probabilities: Floats, alphabet: Alphabet) -> tuple[Indices, Floats]:
    latin = probabilities[:, alphabet.latin]
    if float(latin.sum(axis=1).mean()) >= LATIN_SHARE:
        best = latin.argmax(axis=1)
        return alphabet.latin[best], np.take_along_axis(latin, best[:, None], axis=1)[:, 0]
    best = probabilities.argmax(axis=1)
    return best, np.take_along_axis(probabilities, best[:, None], axis=1)[:, 0]


def _pieces(characters: list[str], columns: Indices, scores: Floats, filled: float) -> Iterator[Piece]:
    half = _half_width(characters, columns)
    run: list[int] = []
    for n, character in enumerate(characters):
        gap = bool(run) and columns[n] - columns[run[-1]] > max(WIDE_STEP, 3.4 * half)
        if run and (character == " " or gap):
            yield _piece(run, characters, columns, scores, half, filled)
            run = []
        if character != " ":
            run.append(n)
    if run:
        yield _piece(run, characters, columns, scores, half, filled)


def _half_width(characters: list[str], columns: Indices) -> float:
    """Half of the usual step from one character to the next, in columns."""
    steps = [
        int(columns[n + 1] - columns[n])
        for n in range(len(characters) - 1)
        if characters[n] != " " and characters[n + 1] != " "
    ]
    return float(np.median(steps)) / 2 if steps else 1.0


def _piece(
    run: list[int], characters: list[str], columns: Indices, scores: Floats, half: float, filled: float
) -> Piece:
    start = (float(columns[run[0]]) + 0.5 - half) / filled
    end = (float(columns[run[-1]]) + 0.5 + half) / filled
    return Piece(
        text="".join(characters[n] for n in run),
        start=min(max(start, 0.0), 1.0),
        end=min(max(end, 0.0), 1.0),
        score=float(scores[run].mean()),
    )


def _is_latin(character: str) -> bool:
    return character == " " or character in _EXTRA or (" " < character < "\u0180" and character.isprintable())
