"""Cards: what is left to read, what was read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, func, literal_column, or_, select, update
from sqlalchemy.orm import Session

from app.models.enums import CardStatus
from app.models.tables import Batch, Card, Image, Reading


def get(session: Session, batch_id: int, filename: str) -> Card | None:
    return session.scalars(select(Card).where(Card.batch_id == batch_id, Card.filename == filename)).one_or_none()


def lock(session: Session, batch_id: int, filename: str) -> Card | None:
    statement = select(Card).where(Card.batch_id == batch_id, Card.filename == filename).with_for_update()
    return session.scalars(statement.execution_options(populate_existing=True)).one_or_none()


def by_ids(session: Session, ids: Collection[int]) -> list[Card]:
    return list(session.scalars(select(Card).where(Card.id.in_(ids)).order_by(Card.order_key)))


def nth(session: Session, batch_id: int, place: int) -> Card | None:
    """The card at a place of the card order, counted from 0."""
    statement = select(Card).where(Card.batch_id == batch_id).order_by(Card.order_key).offset(place).limit(1)
    return session.scalars(statement).one_or_none()


def by_filenames(session: Session, batch_id: int, filenames: Collection[str]) -> list[Card]:
    statement = select(Card).where(Card.batch_id == batch_id, Card.filename.in_(filenames)).order_by(Card.order_key)
    return list(session.scalars(statement))


def pending(session: Session, batch_id: int, *, after: str, limit: int) -> list[Card]:
    """The next cards to read, in card order, from behind ``after``."""
    return list(
        session.scalars(
            select(Card)
            .where(Card.batch_id == batch_id, Card.status == "pending", Card.order_key > after)
            .order_by(Card.order_key)
            .limit(limit)
        )
    )


def pending_ids(session: Session, batch_id: int) -> list[int]:
    """All cards to read, in card order."""
    statement = select(Card.id).where(Card.batch_id == batch_id, Card.status == "pending").order_by(Card.order_key)
    return list(session.scalars(statement))


def done_keys(session: Session, batch_id: int) -> list[tuple[int, str]]:
    """``(id, order_key)`` of all cards that were read, in card order."""
    where = (Card.batch_id == batch_id, Card.status == CardStatus.DONE)
    return [
        (i, key) for i, key in session.execute(select(Card.id, Card.order_key).where(*where).order_by(Card.order_key))
    ]


def count_by_status(session: Session, batch_id: int) -> dict[str, int]:
    rows = session.execute(select(Card.status, func.count()).where(Card.batch_id == batch_id).group_by(Card.status))
    return {str(status): int(n) for status, n in rows}


def count_reviewed(session: Session, batch_id: int) -> int:
    statement = select(func.count()).where(Card.batch_id == batch_id, Card.review == "complete")
    return session.scalar(statement) or 0


NO_CAUSE = "unknown"
"""The group of failures of which nobody knows why."""
_CAUSE: ColumnElement[str] = func.coalesce(Card.cause, literal_column(f"'{NO_CAUSE}'"))


def failed(session: Session, batch_id: int, cause: str | None = None) -> list[Card]:
    """Failed cards in card order; with ``cause`` only those of that group."""
    where = [Card.batch_id == batch_id, Card.status == CardStatus.FAILED]
    if cause is not None:
        where.append(_CAUSE.in_([cause]))
    return list(session.scalars(select(Card).where(*where).order_by(Card.order_key)))


@dataclass(frozen=True, slots=True)
class FailureGroup:
    """Failed cards of one cause. ``error``: what was said of the first of them."""

    cause: str
    count: int
    error: str | None
    cards: tuple[str, ...]


def failures(session: Session, batch_id: int, *, examples: int = 12) -> list[FailureGroup]:
    """The groups, the largest first, each with its first few cards."""
    where = (Card.batch_id == batch_id, Card.status == CardStatus.FAILED)
    counts = session.execute(select(_CAUSE, func.count()).where(*where).group_by(_CAUSE)).all()
    groups = []
    for cause, count in sorted(counts, key=lambda row: (-int(row[1]), str(row[0]))):
        first = session.execute(
            select(Card.filename, Card.error)
            .where(*where, _CAUSE.in_([cause]))
            .order_by(Card.order_key)
            .limit(examples)
        ).all()
        groups.append(FailureGroup(str(cause), int(count), first[0][1] if first else None, tuple(f for f, _ in first)))
    return groups


def page(session: Session, batch: Batch, *, q: str | None, offset: int, limit: int) -> tuple[list[Card], int]:
    """Cards in card order, and how many there are; ``q`` is a part of the name of one of their files."""
    where = [Card.batch_id == batch.id]
    total = batch.total
    if q:
        of_batch = select(Image.card_id).where(Image.batch_id == batch.id)
        named = Image.filename.icontains(q, autoescape=True) | Image.original_name.icontains(q, autoescape=True)
        where.append(Card.id.in_(of_batch.where(named)))
        total = session.scalar(select(func.count()).select_from(Card).where(*where)) or 0
    rows = session.scalars(select(Card).where(*where).order_by(Card.order_key).offset(offset).limit(limit))
    return list(rows), total


def named(session: Session, batch_id: int, filenames: Collection[str]) -> list[Card]:
    statement = select(Card).where(Card.batch_id == batch_id, Card.filename.in_(filenames)).order_by(Card.order_key)
    return list(session.scalars(statement))


HAS_RECORD: ColumnElement[bool] = or_(Card.status != "pending", Card.reading_id.is_not(None))
"""As ``Card.has_record``."""


def count_again(session: Session, batch_id: int) -> int:
    """Cards that wait to be read again and have a record meanwhile."""
    where = (Card.batch_id == batch_id, Card.status == "pending", Card.reading_id.is_not(None))
    return session.scalar(select(func.count()).where(*where)) or 0


def reset(session: Session, ids: Sequence[int], revision: int) -> None:
    """Back to pending: a failed card has no record until it is read again, any other keeps the one it has."""
    session.execute(
        update(Card)
        .where(Card.id.in_(ids), Card.status == CardStatus.FAILED)
        .values(reading_id=None)
        .execution_options(synchronize_session=False)
    )
    session.execute(
        update(Card)
        .where(Card.id.in_(ids))
        .values(status=CardStatus.PENDING, error=None, cause=None, revision=revision)
        .execution_options(synchronize_session=False)
    )


def delete_empty(session: Session, ids: Sequence[int]) -> int:
    """Remove cards that have no image left."""
    removed = 0
    for start in range(0, len(ids), 500):
        statement = delete(Card).where(
            Card.id.in_(ids[start : start + 500]), ~select(Image.id).where(Image.card_id == Card.id).exists()
        )
        result = session.execute(statement.execution_options(synchronize_session=False).returning(Card.id))
        removed += len(result.all())
    return removed


def changed(session: Session, batch_id: int, since: int) -> list[tuple[int, str, bool]]:
    """``(id, order_key, whether it has a record)`` of cards changed after revision ``since``, in card order."""
    rows = session.execute(
        select(Card.id, Card.order_key, HAS_RECORD)
        .where(Card.batch_id == batch_id, Card.revision > since)
        .order_by(Card.order_key)
    )
    return [(i, k, bool(has)) for i, k, has in rows]


def places(session: Session, batch_id: int) -> list[tuple[int, str, str]]:
    """``(id, order_key, filename)`` of all cards."""
    rows = session.execute(select(Card.id, Card.order_key, Card.filename).where(Card.batch_id == batch_id))
    return [(i, k, f) for i, k, f in rows]


def settled(session: Session, batch_id: int, until: int) -> set[int]:
    """Ids of cards with a record that did not change after revision ``until``."""
    return set(session.scalars(select(Card.id).where(Card.batch_id == batch_id, HAS_RECORD, Card.revision <= until)))


def attempted(session: Session, batch_id: int, *, size: int = 500) -> Iterator[list[Card]]:
    """All cards with a record, in card order, in chunks."""
    after = ""
    while True:
        chunk = list(
            session.scalars(
                select(Card)
                .where(Card.batch_id == batch_id, HAS_RECORD, Card.order_key > after)
                .order_by(Card.order_key)
                .limit(size)
                .execution_options(populate_existing=True)
            )
        )
        if not chunk:
            return
        yield chunk
        after = chunk[-1].order_key
        session.expunge_all()


def all_attempted(session: Session, batch_id: int) -> list[Card]:
    """Cards that were read or failed and do not wait to be read again."""
    statement = select(Card).where(Card.batch_id == batch_id, Card.status != "pending").order_by(Card.order_key)
    return list(session.scalars(statement))


def all_ids(session: Session, batch_id: int) -> list[int]:
    """In card order."""
    return list(session.scalars(select(Card.id).where(Card.batch_id == batch_id).order_by(Card.order_key)))


def remove(session: Session, card_id: int) -> None:
    """The row and, by cascade, its readings, reviews and cells."""
    session.execute(delete(Card).where(Card.id == card_id).execution_options(synchronize_session=False))


def without_reading(session: Session, batch_id: int) -> list[tuple[int, str]]:
    """Cards that count as read or failed although no reading says so."""
    rows = session.execute(
        select(Card.id, Card.filename)
        .outerjoin(Reading, (Reading.id == Card.reading_id) & (Reading.card_id == Card.id))
        .where(Card.batch_id == batch_id, Card.status != "pending", Reading.id.is_(None))
    )
    return [(i, f) for i, f in rows]


def judged(session: Session, batch_id: int, *, size: int = 500) -> Iterator[list[Card]]:
    """Cards on which a person has said something, in card order, in chunks."""
    after = ""
    while chunk := list(
        session.scalars(
            select(Card)
            .where(Card.batch_id == batch_id, Card.review != "none", Card.order_key > after)
            .order_by(Card.order_key)
            .limit(size)
        )
    ):
        after = chunk[-1].order_key
        yield chunk
