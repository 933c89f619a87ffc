"""Notices a model that never saw the image: its values are plausible, and not on the card.

2 to 6 % of such a model's values are among the card's words, 83 to 88 % of a real reader's. Handwritten cards, of
which the recogniser reads little, do not count.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

IN_A_ROW = 5
LEAST_VALUES = 2
LEAST_WORDS = 6
LEAST_SCORE = 0.8
BLIND = 0.34


@dataclass(frozen=True, slots=True)
class Look:
    """One card: values that could be looked up, how many of them were found, and the recogniser's own view."""

    values: int
    found: int
    words: int
    score: float

    @property
    def counts(self) -> bool:
        return self.values >= LEAST_VALUES and self.words >= LEAST_WORDS and self.score >= LEAST_SCORE


class Sight:
    """Of one run. Thread-safe."""

    def __init__(self) -> None:
        self._row = 0
        self._guard = threading.Lock()

    def is_blind(self, look: Look) -> bool:
        """Take note of a card; True when several in a row were not read but made up."""
        if not look.counts:
            return False
        with self._guard:
            self._row = self._row + 1 if look.found / look.values < BLIND else 0
            return self._row >= IN_A_ROW
