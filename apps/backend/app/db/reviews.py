"""Reviews: append-only. The newest row of a field holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.models.columns import Base
from app.models.tables import Card, Review


def history(session: Session, card_id: int) -> list[Review]:
    return list(session.scalars(select(Review).where(Review.card_id == card_id).order_by(Review.id)))


def current(session: Session, card_ids: Collection[int]) -> dict[int, dict[str, Review]]:
    """Per card, the verdict that holds for each field; fields taken back are left out."""
    found: dict[int, dict[str, Review]] = defaultdict(dict)
    rows = session.scalars(select(Review).where(Review.card_id.in_(card_ids)).order_by(Review.id))
    for row in rows:
        if row.verdict is None:
            found[row.card_id].pop(row.field, None)
        else:
            found[row.card_id][row.field] = row
    return dict(found)


class Held(NamedTuple):
    """A verdict that holds, and the value it leaves."""

    verdict: str
    value: str | None


_TABLE = Base.metadata.tables["reviews"]
_SAID = select(_TABLE.c.card_id, _TABLE.c.field, _TABLE.c.verdict, _TABLE.c.value).order_by(_TABLE.c.id)


def held(session: Session, card_ids: Collection[int]) -> dict[int, dict[str, Held]]:
    """As ``current``, without the rest of the rows."""
    found: dict[int, dict[str, Held]] = defaultdict(dict)
    for card_id, field, verdict, value in session.execute(_SAID.where(_TABLE.c.card_id.in_(card_ids))):
        if verdict is None:
            found[card_id].pop(field, None)
        else:
            found[card_id][field] = Held(verdict, value)
    return dict(found)


def add(session: Session, rows: Sequence[dict[str, object]]) -> None:
    if rows:
        session.execute(insert(Review.__table__), rows)  # type: ignore[arg-type]


def of_cards(session: Session, card_ids: Collection[int]) -> dict[int, list[Review]]:
    """The history of each card, oldest first."""
    found: dict[int, list[Review]] = defaultdict(list)
    for row in session.scalars(select(Review).where(Review.card_id.in_(card_ids)).order_by(Review.id)):
        found[row.card_id].append(row)
    return found


def cards_of_bulk(session: Session, batch_id: int, bulk: str) -> list[int]:
    """The cards of this batch that a change of many records has touched."""
    statement = (
        select(Review.card_id)
        .join(Card, Card.id == Review.card_id)
        .where(Review.bulk == bulk, Card.batch_id == batch_id)
    )
    return sorted(set(session.scalars(statement)))
