"""Which of several measured mixes is the best, which one will do, and how each differs from another."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

from app.core.errors import JsonValue, NotFound
from app.engines import comparing
from app.engines.comparing import Difference
from app.engines.scoring import Tally
from app.models.comparison_schemas import MixDifference, MixesBrief, MixesRead, MixRead
from app.models.learning_tables import Comparison


def read(row: Comparison, against: str | None) -> MixesRead:
    """As it is told; differences to ``against``, by default the best. Raises ``NotFound`` for a mix it has not."""
    kept = {str(one["key"]): one for one in row.result if isinstance(one, dict)}
    tallies = {key: _tallies(one) for key, one in kept.items()}
    told = {key: _mix(one) for key, one in kept.items()}
    best = max((m for m in told.values() if m.way != "vote"), key=lambda m: m.f1 or 0.0, default=None)
    other = against or (best.key if best else None)
    if other is not None and other not in told:
        raise NotFound("This comparison has no such mix of readers.", code="mix_not_found")
    items = []
    for key, mix in told.items():
        found = comparing.difference(tallies[other], tallies[key]) if other not in (None, key) else None
        items.append(mix.model_copy(update={"difference": _difference(found) if found else None}))
    return MixesRead(
        **MixesBrief.model_validate(row, from_attributes=True).model_dump(),
        compared_with=other,
        best=best.key if best else None,
        suggested=_suggested(told, tallies, best) if best and row.status == "done" else None,
        mixes=items,
    )


def _suggested(told: Mapping[str, MixRead], tallies: Mapping[str, Mapping[str, Tally]], best: MixRead) -> str | None:
    """The cheapest that a batch can be set to and that is not measurably worse than the best."""

    def will_do(mix: MixRead) -> bool:
        found = comparing.difference(tallies[best.key], tallies[mix.key])
        return mix.usable and found is not None and (found.difference >= 0 or found.is_noise)

    fit = [mix for mix in told.values() if will_do(mix)]
    if not fit:
        return None
    return min(fit, key=lambda m: (_or_inf(m.cost), _or_inf(m.seconds), len(m.readers), -(m.f1 or 0.0))).key


def _or_inf(figure: float | None) -> float:
    return inf if figure is None else figure


def _mix(one: Mapping[str, JsonValue]) -> MixRead:
    given = {name: value for name, value in one.items() if name != "cards"}
    return MixRead.model_validate({**given, "usable": one["way"] != "vote", "difference": None})


def _tallies(one: Mapping[str, JsonValue]) -> dict[str, Tally]:
    cards = one["cards"]
    return comparing.kept_tallies(cards if isinstance(cards, dict) else {})


def _difference(found: Difference) -> MixDifference:
    return MixDifference(
        difference=found.difference, low=found.low, high=found.high, better=found.better, worse=found.worse,
        noise=found.is_noise,
    )  # fmt: skip
