"""Which cards belong on a page of the table: filters, search and sorting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from app.db import differences, search
from app.db.cards import HAS_RECORD, count_again
from app.models.folding import sort_key
from app.models.tables import Batch, Card, Cell

BUILT_IN = {
    "card": Card.order_key,
    "filename": Card.order_key,
    "confidence": Card.min_confidence,
    "processed_at": Card.processed_at,
    "review": Card.review,
    "status": Card.status,
}


@dataclass(frozen=True, slots=True)
class Query:
    """One page of the table. ``sort``: a key of ``BUILT_IN``, or ``sort_field`` a field's name."""

    offset: int = 0
    limit: int = 100
    sort: str = "card"
    sort_field: str | None = None
    descending: bool = False
    q: str | None = None
    status: str | None = None
    review: str | None = None
    field: str | None = None
    value: str | None = None
    max_confidence: float | None = None
    flagged: bool | None = None
    differ: str | None = None
    """Where readers differ, in ``field`` if that is named: ``open``, nobody has spoken there; ``any``."""

    @property
    def filtered(self) -> bool:
        wanted = (
            self.q, self.status, self.review, self.field, self.value, self.max_confidence, self.flagged, self.differ,
        )  # fmt: skip
        return any(w is not None for w in wanted)


def _conditions(session: Session, batch: Batch, query: Query) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = [Card.batch_id == batch.id]
    waits = batch.done + batch.failed < batch.total  # else nothing is pending, and the index alone can answer
    if query.status:
        again = and_(Card.status == "pending", Card.reading_id.is_not(None))  # only what was read keeps its record
        where.append(
            or_(Card.status == query.status, again) if waits and query.status == "done" else Card.status == query.status
        )
    elif waits:
        where.append(HAS_RECORD)
    if query.review == "open":
        where.append(Card.review != "complete")
    elif query.review:
        where.append(Card.review == query.review)
    if query.flagged is not None:
        where.append(Card.flag.is_not(None) if query.flagged else Card.flag.is_(None))
    if query.max_confidence is not None and query.field is None:
        where.append(and_(Card.min_confidence <= query.max_confidence, Card.review != "complete"))
    if query.q:
        match = search.matches(session, batch.id, query.q)
        if match is not None:
            where.append(match)
    if query.differ == "open":
        where += [Card.review != "complete", differences.stand_open(query.field)]
    elif query.differ == "any":
        where.append(differences.exist(query.field))
    says_more = query.value is not None or query.max_confidence is not None
    if query.field is not None and (says_more or query.differ is None):
        where.append(_cell_matches(query.field, query.value, query.max_confidence))
    return where


def _cell_matches(field: str, value: str | None, max_confidence: float | None) -> ColumnElement[bool]:
    """By the field's value, and by its own certainty where nobody has judged it."""
    cell = select(Cell.card_id).where(Cell.card_id == Card.id, Cell.field == field)
    if max_confidence is not None:
        cell = cell.where(Cell.confidence <= max_confidence, Cell.verdict.is_(None))
        if value is None:
            return cell.correlate(Card).exists()  # a page sorted by a field joins cells of its own
    folded = sort_key(value)
    if value is None:
        cell = cell.where(Cell.sort_key.is_not(None))
    elif folded is None:
        cell = cell.where(Cell.sort_key.is_(None))
    else:
        cell = cell.where(Cell.sort_key.contains(folded, autoescape=True))
    return cell.correlate(Card).exists()  # a page sorted by a field joins cells of its own


def matching(session: Session, batch: Batch, query: Query) -> list[int]:
    """Ids of all cards that match, in card order."""
    where = _conditions(session, batch, query)
    return list(session.scalars(select(Card.id).where(*where).order_by(Card.order_key)))


def page(session: Session, batch: Batch, query: Query) -> tuple[list[int], int]:
    """Ids of the cards on the page, in order, and how many match in all."""
    where = _conditions(session, batch, query)
    if query.filtered:
        total = session.scalar(select(func.count()).select_from(Card).where(*where)) or 0
    else:
        total = batch.done + batch.failed
        if total < batch.total:
            total += count_again(session, batch.id)
    if query.sort_field is not None:
        return _by_field(session, query, where), total
    column = BUILT_IN[query.sort]
    key = column.desc().nulls_last() if query.descending else column.asc().nulls_last()
    if column is Card.order_key:
        key = column.desc() if query.descending else column.asc()
    tie = Card.order_key.desc() if query.descending else Card.order_key.asc()
    statement = select(Card.id).where(*where).order_by(key, tie)
    return list(session.scalars(statement.offset(query.offset).limit(query.limit))), total


def _by_field(session: Session, query: Query, where: Sequence[ColumnElement[bool]]) -> list[int]:
    """Sorted by one field, blanks last in both directions."""
    key = Cell.sort_key.desc() if query.descending else Cell.sort_key.asc()
    tie = Card.order_key.desc() if query.descending else Card.order_key.asc()
    statement = (
        select(Card.id)
        .outerjoin(Cell, and_(Cell.card_id == Card.id, Cell.field == query.sort_field))
        .where(*where)
        .order_by(Cell.sort_key.is_(None), key, tie)
    )
    return list(session.scalars(statement.offset(query.offset).limit(query.limit)))
