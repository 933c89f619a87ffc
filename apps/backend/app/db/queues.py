"""Which card a person looks at next: a queue is walked by key, never counted off, so cards may leave it meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import ColumnElement, and_, func, literal, or_, select, tuple_
from sqlalchemy.orm import Session

from app.db import differences
from app.db.cards import HAS_RECORD
from app.models.enums import CardStatus
from app.models.tables import Card, Cell

Order = Literal["doubt", "card"]
Show = Literal["open", "differ", "failed", "flagged", "all"]
Key = tuple[float, str]
"""Doubt and order key. Without a figure a card comes after those that have one."""

NO_FIGURE = 2.0


@dataclass(frozen=True, slots=True)
class Query:
    """``field``: one field through all cards; ``after``: only what comes behind this key."""

    order: Order = "doubt"
    show: Show = "open"
    field: str | None = None
    after: Key | None = None
    limit: int = 20


def _doubt(query: Query) -> ColumnElement[float]:
    if query.order == "card":
        return literal(0.0)
    return func.coalesce(Cell.confidence if query.field else Card.min_confidence, NO_FIGURE)


def _conditions(batch_id: int, query: Query) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = [Card.batch_id == batch_id, HAS_RECORD]
    match query.show:
        case "open":
            where.append(Cell.verdict.is_(None) if query.field else Card.review != "complete")
        case "differ":
            where += [Card.review != "complete", differences.stand_open(query.field)]
        case "failed":
            where += [Card.status == CardStatus.FAILED, Card.review != "complete"]
        case "flagged":
            where.append(Card.flag.is_not(None))
        case "all":
            pass
    return where


def page(session: Session, batch_id: int, query: Query) -> list[tuple[Card, Key]]:
    """The next cards of the queue with their keys."""
    doubt = _doubt(query)
    statement = select(Card, doubt.label("doubt"))
    if query.field:
        statement = statement.outerjoin(Cell, and_(Cell.card_id == Card.id, Cell.field == query.field))
    statement = statement.where(*_conditions(batch_id, query))
    if query.after is not None:
        at, order_key = query.after
        statement = statement.where(or_(doubt > at, and_(doubt == at, Card.order_key > order_key)))
    rows = session.execute(statement.order_by(doubt, Card.order_key).limit(query.limit))
    return [(card, (float(at), card.order_key)) for card, at in rows]


def count(session: Session, batch_id: int, query: Query) -> int:
    statement = select(func.count()).select_from(Card)
    if query.field:
        statement = statement.outerjoin(Cell, and_(Cell.card_id == Card.id, Cell.field == query.field))
    return session.scalar(statement.where(*_conditions(batch_id, query))) or 0


def key_of(session: Session, card: Card, query: Query) -> Key | None:
    """Where this card stands; None: it has been looked at, so it has no place among the doubtful."""
    if query.order == "card":
        return 0.0, card.order_key
    if query.field is None:
        return None if card.review == "complete" else (_figure(card.min_confidence), card.order_key)
    cell = session.get(Cell, (card.id, query.field))
    return None if cell is None or cell.verdict else (_figure(cell.confidence), card.order_key)


def _figure(confidence: float | None) -> float:
    return NO_FIGURE if confidence is None else confidence


def weakest(session: Session, card_ids: Sequence[int]) -> dict[int, tuple[str, float | None]]:
    """Per card, the least certain of the values that stand unseen, and how certain it is."""
    open_values = (Cell.card_id.in_(card_ids), Cell.verdict.is_(None), Cell.value.is_not(None))
    least = (
        select(Cell.card_id, func.min(Cell.confidence))
        .where(*open_values, Cell.confidence.is_not(None))
        .group_by(Cell.card_id)
    )
    rows = session.execute(
        select(Cell.card_id, Cell.field, Cell.confidence)
        .where(*open_values, tuple_(Cell.card_id, Cell.confidence).in_(least))
        .order_by(Cell.field.desc())
    )
    return {card_id: (field, confidence) for card_id, field, confidence in rows}
