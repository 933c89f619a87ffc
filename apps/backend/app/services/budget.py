"""Money of one run: the batch's ceiling, held before it is passed."""

from __future__ import annotations

from collections.abc import Mapping

from app.core.errors import JsonValue
from app.db.readings import Spent
from app.models.reason import Reason
from app.models.tables import Reading

RESERVE = 3
"""A card in flight may be asked for again: as many times its reader's mean cost is held back for it."""


def ceiling_of(options: Mapping[str, JsonValue]) -> float | None:
    """US$ that a batch may cost in all, or None."""
    given = options.get("ceiling")
    return float(given) if isinstance(given, (int, float)) and not isinstance(given, bool) and given > 0 else None


def dollars(amount: float | None) -> str:
    """In cents, and below ten of them so exactly that a small ceiling can be told from what was spent."""
    amount = amount or 0.0
    plain = f"{amount:.2f}" if amount >= 0.1 or not amount else f"{amount:.6f}".rstrip("0")
    return f"${plain if len(plain.partition('.')[2]) >= 2 else f'{amount:.2f}'}"


class Budget:
    """Says whether one more card may begin. ``spent``: US$ for all that was read; ``own``: by the reader that reads."""

    def __init__(self, ceiling: float | None, *, spent: float = 0.0, own: Spent | None = None) -> None:
        self.ceiling = ceiling
        self.spent = spent
        self._own = own.cost if own else 0.0
        self._priced = own.priced if own else 0
        self._unpriced = 0

    def add(self, reading: Reading) -> None:
        if reading.cost is not None:
            self.spent += reading.cost
            self._own += reading.cost
            self._priced += 1
        elif reading.prompt_tokens:
            self._unpriced += 1

    def may_begin(self, in_flight: int) -> bool:
        """The next card costs what this reader's cards have cost, those in flight may cost more.

        So they become fewer towards the ceiling. Before a cost is known they go singly.
        """
        if self.ceiling is None:
            return True
        if self._unpriced:
            return False
        if not self._priced:
            return in_flight == 0 and self.spent < self.ceiling
        return self.spent + (RESERVE * in_flight + 1) * self._own / self._priced <= self.ceiling

    def reason(self) -> Reason:
        """Why no card may begin."""
        if self._unpriced:
            return Reason(
                "no_price",
                "The batch has a ceiling, and no price is known for this model. "
                "Set its price, or take the ceiling away; then resume.",
            )
        says = f"The ceiling of {dollars(self.ceiling)} is reached: {dollars(self.spent)} spent. Raise it, then resume."
        return Reason("ceiling", says)
