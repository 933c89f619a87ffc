"""What several readers say of one card, side by side, and in which fields they differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from app.db import differences, readings
from app.db.readings import LEARNED
from app.engines.referee.cards import alike
from app.engines.referee.work import LOCAL
from app.models.tables import Reading
from app.services import stored_values
from app.services.fielding import REFEREE

Newest = dict[str, Reading]
"""By the reader's name; what the referee made of them is not among them."""


def name_of(engine: str, model: str | None) -> str:
    """A reader's name: the built-in one has one, whatever it has learned; others go by their model too."""
    if engine in (LOCAL, REFEREE):
        return engine
    return f"{engine} {model_of(model) or ''}".strip()


def model_of(model: str | None) -> str | None:
    """Its name without what it has learned."""
    return (model or "").split(LEARNED)[0] or None


def newest(found: Iterable[Reading]) -> Newest:
    """The newest successful reading of each reader. ``found``: of one card, the oldest first."""
    own = {name_of(reading.engine, reading.model): reading for reading in found if reading.success}
    own.pop(REFEREE, None)
    return dict(sorted(own.items()))


def of_cards(session: Session, card_ids: Sequence[int]) -> dict[int, Newest]:
    by_card: dict[int, list[Reading]] = {}
    for reading in readings.successes(session, card_ids):
        by_card.setdefault(reading.card_id, []).append(reading)
    return {card_id: newest(own) for card_id, own in by_card.items()}


def differing(said: Newest) -> list[str]:
    """Fields that two readers at least were asked for and do not agree on, in the order of the schema."""
    told = [{v.field: v.text for v in stored_values.of_reading(reading)} for reading in said.values()]
    fields = dict.fromkeys(field for values in told for field in values)
    found = []
    for field in fields:
        first, *others = [values[field] for values in told if field in values]
        if not all(alike(first, other) for other in others):
            found.append(field)
    return found


def note(session: Session, card_ids: Sequence[int]) -> None:
    """Keep where readers differ: to be called when one of them has read cards that another had read before."""
    if card_ids:
        said = of_cards(session, card_ids)
        differences.put(session, {card_id: differing(said.get(card_id, {})) for card_id in card_ids})
