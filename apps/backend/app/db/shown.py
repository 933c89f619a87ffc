"""What records are made of: those columns of cards and readings that a record shows, and no objects."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from app.core.errors import JsonValue
from app.db.cards import HAS_RECORD
from app.models.columns import Base
from app.models.tables import Card


class CardRow(NamedTuple):
    """As in ``Card``."""

    id: int
    filename: str
    order_key: str
    status: str
    attempts: int
    version: int
    reading_id: int | None
    error: str | None
    cause: str | None
    flag: str | None
    processed_at: datetime | None
    extra: dict[str, JsonValue] | None


class ReadingRow(NamedTuple):
    """As in ``Reading``."""

    engine: str
    model: str | None
    success: bool
    duration: float
    values: list[JsonValue]
    text: str
    flags: list[JsonValue] | None


Shown = tuple[CardRow, ReadingRow | None]
_CARDS, _READINGS = Base.metadata.tables["cards"], Base.metadata.tables["readings"]
_WIDTH = len(CardRow._fields)
_ROWS = (
    select(*(_CARDS.c[name] for name in CardRow._fields), *(_READINGS.c[name] for name in ReadingRow._fields))
    .outerjoin(_READINGS, _READINGS.c.id == _CARDS.c.reading_id)
    .order_by(_CARDS.c.order_key)
)


def _shown(row: Row[tuple[object, ...]]) -> Shown:
    card = CardRow._make(row[:_WIDTH])
    return card, None if row[_WIDTH] is None else ReadingRow._make(row[_WIDTH:])


def of_cards(session: Session, ids: Collection[int]) -> list[Shown]:
    """In card order."""
    return [_shown(row) for row in session.execute(_ROWS.where(_CARDS.c.id.in_(ids)))]


def attempted(session: Session, batch_id: int, *, size: int = 500) -> Iterator[list[Shown]]:
    """All cards with a record, in card order, in chunks."""
    after = ""
    while True:
        where = (Card.batch_id == batch_id, HAS_RECORD, Card.order_key > after)
        chunk = [_shown(row) for row in session.execute(_ROWS.where(*where).limit(size))]
        if not chunk:
            return
        yield chunk
        after = chunk[-1][0].order_key
