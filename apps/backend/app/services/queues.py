"""Queues: in which order people look through cards."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from app.core.errors import Invalid, no_field
from app.db import cells, queues
from app.db.queues import Key, Query
from app.models.tables import Card, Cell
from app.services import records, schemata


@dataclass(frozen=True, slots=True)
class Waiting:
    """A card of the queue with the field that needs a look most; ``blank``: nothing stands in it."""

    card: Card
    field: str | None
    blank: bool
    confidence: float | None
    cursor: str


def page(
    session: Session, batch_name: str, query: Query, *, start: str | None = None, after: str | None = None
) -> tuple[list[Waiting], int]:
    """A piece of the queue and how many cards it holds in all.

    ``start``: a card's name; it comes first, whether or not it is in the queue, then what follows it.
    ``after``: the cursor of the last card that is known.
    """
    batch = records.require_batch(session, batch_name)
    if query.field is not None and query.field not in schemata.names(batch.fields):
        raise no_field(query.field, "to go through")
    total = queues.count(session, batch.id, query)
    if start is not None:
        first = records.require_card(session, batch, start)
        key = queues.key_of(session, first, query)
        rest = queues.page(session, batch.id, replace(query, after=key))
        found = [(first, key), *((card, at) for card, at in rest if card.id != first.id)]
        return _waiting(session, query, found[: query.limit]), total
    wanted = replace(query, after=_key(after)) if after is not None else query
    return _waiting(session, query, list(queues.page(session, batch.id, wanted))), total


def _waiting(session: Session, query: Query, found: list[tuple[Card, Key | None]]) -> list[Waiting]:
    if query.field is not None:
        return [
            _of_field(card, query.field, cells.of_card(session, card.id).get(query.field), key) for card, key in found
        ]
    weakest = queues.weakest(session, [card.id for card, _ in found])
    waiting: list[Waiting] = []
    for card, key in found:
        field, confidence = weakest.get(card.id, (None, None))
        waiting.append(Waiting(card, field, False, confidence, _cursor(key)))
    return waiting


def _of_field(card: Card, field: str, cell: Cell | None, key: Key | None) -> Waiting:
    blank = cell is None or cell.value is None
    return Waiting(card, field, blank, cell.confidence if cell else None, _cursor(key))


def _cursor(key: Key | None) -> str:
    """Empty: from the beginning."""
    return "" if key is None else f"{key[0]!r}|{key[1]}"


def _key(cursor: str) -> Key | None:
    if not cursor:
        return None
    figure, bar, order_key = cursor.partition("|")
    try:
        at = float(figure)
    except ValueError:
        at = float("nan")
    if not bar or not 0 <= at <= queues.NO_FIGURE:
        raise Invalid("This place in the queue is not one that was given out; begin again.", code="bad_cursor")
    return at, order_key
