"""How well records agree with the truth, field by field and card by card.

A value is right when its ``rapidfuzz`` ratio to the truth is at least 92; blank against blank does not count;
macro is the mean over cards. So the README of the shared cards defines it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

Values = Mapping[str, str | None]
RIGHT = 92.0


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of values. ``wrong``: both sides have one, and they differ too much."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    """The truth has a value, the record is blank."""
    invented: int = 0
    """The record has a value, the truth is blank."""
    blank: int = 0
    exact: int = 0
    likeness: float = 0.0
    """Sum of the ratios (0 to 1) where the truth has a value."""

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right + other.right,
            self.wrong + other.wrong,
            self.missed + other.missed,
            self.invented + other.invented,
            self.blank + other.blank,
            self.exact + other.exact,
            self.likeness + other.likeness,
        )

    @property
    def wanted(self) -> int:
        """Values that the truth has."""
        return self.right + self.wrong + self.missed

    @property
    def precision(self) -> float | None:
        return _share(self.right, self.right + self.wrong + self.invented)

    @property
    def recall(self) -> float | None:
        return _share(self.right, self.wanted)

    @property
    def f1(self) -> float | None:
        """None where neither side has any value."""
        return _share(2 * self.right, 2 * (self.right + self.wrong) + self.missed + self.invented)

    @property
    def exact_share(self) -> float | None:
        """Values letter by letter as in the truth, of those that the truth has."""
        return _share(self.exact, self.wanted)

    @property
    def fuzzy(self) -> float | None:
        """Mean ratio (0 to 1) of the values that the truth has."""
        return self.likeness / self.wanted if self.wanted else None


@dataclass(frozen=True, slots=True)
class Score:
    """The result of a comparison. ``cards``: one tally per card of the truth, ``fields``: one per field."""

    fields: Mapping[str, Tally]
    cards: Mapping[str, Tally]
    unread: tuple[str, ...]
    """Cards of the truth without a record: all their values are missed."""
    unknown: tuple[str, ...] = ()
    """Fields of the truth that no record has: all their values are missed."""

    @property
    def total(self) -> Tally:
        return sum(self.fields.values(), Tally())

    @property
    def micro(self) -> float | None:
        return self.total.f1

    @property
    def macro(self) -> float | None:
        """Mean F1 over the cards that have any value on either side."""
        scores = [f1 for tally in self.cards.values() if (f1 := tally.f1) is not None]
        return sum(scores) / len(scores) if scores else None


def compare(truth: Mapping[str, Values], records: Mapping[str, Values]) -> Score:
    """Score records against the truth, both ``filename -> field -> value or None``.

    The truth says which cards and fields count; a card or field missing from the records is blank there.
    """
    fields: dict[str, Tally] = {}
    cards: dict[str, Tally] = {}
    for filename, wanted in truth.items():
        record = records.get(filename, {})
        card = Tally()
        for field, value in wanted.items():
            tally = judge(value, record.get(field))
            fields[field] = fields.get(field, Tally()) + tally
            card += tally
        cards[filename] = card
    had = {field for record in records.values() for field in record}
    unknown = tuple(field for field in fields if field not in had) if records else ()
    return Score(fields, cards, tuple(name for name in truth if name not in records), unknown)


def judge(truth: str | None, value: str | None) -> Tally:
    """One value against its truth; an empty string is a blank."""
    if not truth and not value:
        return Tally(blank=1)
    if not truth:
        return Tally(invented=1)
    if not value:
        return Tally(missed=1)
    ratio = fuzz.ratio(value, truth)
    right = ratio >= RIGHT
    return Tally(right=int(right), wrong=int(not right), exact=int(value == truth), likeness=ratio / 100)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
