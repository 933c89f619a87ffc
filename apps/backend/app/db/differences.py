"""Fields of which a card's readers say different things: one row each, so that a queue of them is quick."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, delete, insert, or_, select
from sqlalchemy.orm import Session

from app.models.columns import Base
from app.models.tables import Card, Cell, Difference

_TABLE = Base.metadata.tables["differences"]


def put(session: Session, found: Mapping[int, Sequence[str]]) -> None:
    """What holds for these cards from now on; fields by card, none where the readers agree."""
    session.execute(delete(_TABLE).where(_TABLE.c.card_id.in_(list(found))))
    rows = [{"card_id": card_id, "field": field} for card_id, fields in found.items() for field in fields]
    if rows:
        session.execute(insert(_TABLE), rows)


def exist(field: str | None) -> ColumnElement[bool]:
    """Cards with such a field, or with this one, whatever people have said since."""
    here = select(Difference.card_id).where(Difference.card_id == Card.id)
    if field is not None:
        here = here.where(Difference.field == field)
    return here.correlate(Card).exists()


def stand_open(field: str | None) -> ColumnElement[bool]:
    """Cards with such a field, or with this one, on which nobody has spoken."""
    here = (
        select(Difference.card_id)
        .outerjoin(Cell, (Cell.card_id == Difference.card_id) & (Cell.field == Difference.field))
        .where(Difference.card_id == Card.id, or_(Cell.card_id.is_(None), Cell.verdict.is_(None)))
    )
    if field is not None:
        here = here.where(Difference.field == field)
    return here.correlate(Card).exists()
