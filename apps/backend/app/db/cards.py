"""Cards: what is left to read, what was read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from app.models.enums import CardStatus
from app.models.tables import Card, Image, Reading


def get(session: Session, batch_id: int, filename: str) -> Card | None:
    return session.scalars(select(Card).where(Card.batch_id == batch_id, Card.filename == filename)).one_or_none()


def lock(session: Session, batch_id: int, filename: str) -> Card | None:
    statement = select(Card).where(Card.batch_id == batch_id, Card.filename == filename).with_for_update()
    return session.scalars(statement.execution_options(populate_existing=True)).one_or_none()


def by_ids(session: Session, ids: Collection[int]) -> list[Card]:
    return list(session.scalars(select(Card).where(Card.id.in_(ids)).order_by(Card.order_key)))


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


def count_by_status(session: Session, batch_id: int) -> dict[str, int]:
    rows = session.execute(select(Card.status, func.count()).where(Card.batch_id == batch_id).group_by(Card.status))
    return {str(status): int(n) for status, n in rows}


def count_reviewed(session: Session, batch_id: int) -> int:
    statement = select(func.count()).where(Card.batch_id == batch_id, Card.review == "complete")
    return session.scalar(statement) or 0


def failed(session: Session, batch_id: int) -> list[Card]:
    return list(
        session.scalars(
            select(Card).where(Card.batch_id == batch_id, Card.status == CardStatus.FAILED).order_by(Card.order_key)
        )
    )


def reset(session: Session, ids: Sequence[int], revision: int) -> None:
    """Back to pending: the entry disappears from the results until it is read again."""
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


def changed(session: Session, batch_id: int, since: int) -> list[tuple[int, str, str]]:
    """``(id, order_key, status)`` of cards changed after revision ``since``, in card order."""
    rows = session.execute(
        select(Card.id, Card.order_key, Card.status)
        .where(Card.batch_id == batch_id, Card.revision > since)
        .order_by(Card.order_key)
    )
    return [(i, k, s) for i, k, s in rows]


def attempted(session: Session, batch_id: int, *, size: int = 500) -> Iterator[list[Card]]:
    """All cards that were read or failed, in card order, in chunks."""
    after = ""
    while True:
        chunk = list(
            session.scalars(
                select(Card)
                .where(Card.batch_id == batch_id, Card.status != "pending", Card.order_key > after)
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
    """The same at once, for those who change them."""
    statement = select(Card).where(Card.batch_id == batch_id, Card.status != "pending").order_by(Card.order_key)
    return list(session.scalars(statement))


def all_ids(session: Session, batch_id: int) -> list[int]:
    return list(session.scalars(select(Card.id).where(Card.batch_id == batch_id)))


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
