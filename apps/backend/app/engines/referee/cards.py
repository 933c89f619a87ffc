"""A card before the referee: what each reader says of it, and the words that stand on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import fuzz

from app.engines.local.learned import choices, pieces
from app.engines.local.learned.pieces import Piece
from app.models.folding import fold
from app.models.record import Page

RIGHT = 92.0
FOUND = 85.0
SHORT = 3
"""Up to so many letters and digits, only whole words count as found."""

Texts = Mapping[str, str | None]
Offers = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One card. ``said``: reader, field, value; a reader that failed is not among them.

    ``offered``: per field, proposals of the built-in reader with their chances. ``verified``: what people said.
    """

    key: str
    said: Mapping[str, Texts]
    pages: tuple[Page, ...] = ()
    offered: Mapping[str, Offers] = field(default_factory=dict)
    verified: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands on its card: pieces from ``first`` to ``last``, and how well they agree (0 to 100)."""

    first: int
    last: int
    likeness: float


class Sheet:
    """The words of one card, ready to look values up."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pieces = pieces.of_pages(pages)
        self.words = choices.words_of([piece.text for piece in self.pieces])
        letters, owners = [], []
        for number, piece in enumerate(self.pieces):
            plain = plain_of(piece.text)
            letters.append(plain)
            owners += [number] * len(plain)
        self._letters = "".join(letters)
        self._owners = owners
        self._known: dict[str, Place | None] = {}

    @cached_property
    def rows(self) -> list[list[Piece]]:
        found: list[list[Piece]] = []
        for piece in self.pieces:
            if found and pieces.same_row(found[-1][-1], piece):
                found[-1].append(piece)
            else:
                found.append([piece])
        return found

    @cached_property
    def spaced(self) -> bool:
        """Letters set apart stand on the card, as in a heading."""
        single = [len(piece.text) == 1 and piece.text.isalpha() for piece in self.pieces]
        return any(all(single[n : n + 4]) for n in range(len(single) - 3))

    def find(self, text: str) -> Place | None:
        if text not in self._known:
            self._known[text] = self._find(plain_of(text))
        return self._known[text]

    def _find(self, wanted: str) -> Place | None:
        if not wanted or not self._letters:
            return None
        if len(wanted) <= SHORT:
            found = next((n for n, piece in enumerate(self.pieces) if plain_of(piece.text) == wanted), None)
            return Place(found, found, 100.0) if found is not None else None
        at = self._letters.find(wanted)
        if at >= 0:
            return Place(self._owners[at], self._owners[at + len(wanted) - 1], 100.0)
        hit = fuzz.partial_ratio_alignment(wanted, self._letters, score_cutoff=FOUND)
        if hit is None or hit.dest_end <= hit.dest_start:
            return None
        return Place(self._owners[hit.dest_start], self._owners[hit.dest_end - 1], hit.score)

    def before(self, place: Place | None) -> str:
        """The word before a value, folded; empty at the beginning of the card."""
        number = place.first - 1 if place is not None else -1
        while number >= 0 and not plain_of(self.pieces[number].text):
            number -= 1
        return fold(self.pieces[number].text) if number >= 0 else ""

    def after(self, place: Place | None) -> str:
        """The piece behind a value, folded."""
        if place is None or place.last + 1 >= len(self.pieces):
            return ""
        text = self.pieces[place.last + 1].text
        return fold(text) or text


def plain_of(text: str) -> str:
    """Letters and digits alone, without case."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def alike(one: str | None, other: str | None) -> bool:
    """Whether two values count as the same; two blanks do."""
    if not one or not other:
        return not one and not other
    return one == other or fuzz.ratio(one, other) >= RIGHT
