"""Fields with a closed set of values, learned: one word on the card that tells, or the usual value."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.models.folding import fold


@dataclass(frozen=True, slots=True)
class Stump:
    """``word`` on the card: ``there``, else ``otherwise``; always ``there`` without a word. Fits ``right``."""

    word: str
    there: str | None
    otherwise: str | None
    right: int
    seen: int

    def decide(self, words: frozenset[str]) -> str | None:
        return self.there if not self.word or self.word in words else self.otherwise

    @property
    def chance(self) -> float:
        return (self.right + 1.0) / (self.seen + 2.0)


def words_of(texts: Sequence[str]) -> frozenset[str]:
    """The words of a card, and its marks behind their words (``s.``), as a stump asks for them."""
    folded = [fold(text) or text for text in texts]
    pairs = {f"{one}{two}" for one, two in itertools.pairwise(folded) if len(two) == 1 and not two.isalnum()}
    return frozenset(folded) | pairs


def learn(cards: Sequence[tuple[frozenset[str], str | None]]) -> Stump:
    """The word that parts the cards best; none if the usual value does as well."""
    usual, count = Counter(value for _, value in cards).most_common(1)[0]
    best = Stump("", usual, usual, count, len(cards))
    if count == len(cards):
        return best
    rare = Counter(word for words, _ in cards for word in words)
    for word, number in sorted(rare.items()):
        if not 2 <= number <= len(cards) - 1:
            continue
        there = Counter(value for words, value in cards if word in words).most_common(1)[0]
        without = Counter(value for words, value in cards if word not in words).most_common(1)[0]
        right = there[1] + without[1]
        if there[0] != without[0] and right > best.right:
            best = Stump(word, there[0], without[0], right, len(cards))
    return best
