"""Plain voting, for as long as few cards are verified."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.engines.referee.cards import Case, Sheet, alike

WITNESS = 0.35
"""What a value gains that stands on the card, in votes."""
SAME_HOUSE = 0.3
"""What a further reader of a house counts: those of one house make the same mistakes."""
CHANCES = ((0.99, 0.95), (0.6, 0.85), (0.45, 0.7), (0.0, 0.5))
"""Share of the votes, and how often such a value was right on recorded answers."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A value, the chance that it is right, and the chance that something stands where none is given."""

    text: str | None
    chance: float
    missed: float = 0.0
    agree: tuple[str, ...] = ()
    """The readers that say so."""


def vote(case: Case, field: str, sheet: Sheet, houses: Mapping[str, str] | None = None) -> Verdict:
    """The value with most votes; the first reader's, where several have as many."""
    said = {reader: texts.get(field) or None for reader, texts in case.said.items()}
    if not said:
        return Verdict(None, 0.0)
    groups = _groups(said)
    weights = [_weight(group, said, sheet, houses or {}) for group in groups]
    total = sum(weights) or 1.0
    best = max(range(len(groups)), key=lambda n: (weights[n], -n))
    chosen, share = groups[best], weights[best] / total
    chance = next(chance for least, chance in CHANCES if share >= least)
    if len(said) == 1:
        chance = min(chance, CHANCES[1][1])
    missed = 0.0 if said[chosen[0]] else 1.0 - share
    return Verdict(said[chosen[0]], chance, missed, tuple(chosen))


def _groups(said: Mapping[str, str | None]) -> list[list[str]]:
    found: list[list[str]] = []
    for reader, text in said.items():
        own = next((group for group in found if alike(said[group[0]], text)), None)
        if own is None:
            found.append([reader])
        else:
            own.append(reader)
    return found


def _weight(group: Sequence[str], said: Mapping[str, str | None], sheet: Sheet, houses: Mapping[str, str]) -> float:
    seen: set[str] = set()
    total = 0.0
    for reader in group:
        house = houses.get(reader, reader)
        total += SAME_HOUSE if house in seen else 1.0
        seen.add(house)
    text = said[group[0]]
    return total + (WITNESS if text and sheet.find(text) is not None else 0.0)
