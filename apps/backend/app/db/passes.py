"""Passes: readers that read a batch beside the first, and the cards that they have yet to read."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from app.models.columns import Base
from app.models.tables import Card, Pass, PassCard

_PASSES = Base.metadata.tables["passes"]
_CARDS = Base.metadata.tables["pass_cards"]
_COUNT = (
    update(_PASSES)
    .where(_PASSES.c.id == bindparam("pass_id"))
    .values(
        done=_PASSES.c.done + bindparam("more_done"),
        failed=_PASSES.c.failed + bindparam("more_failed"),
    )
    .returning(_PASSES.c.done, _PASSES.c.failed)
)
_STRIKE = delete(_CARDS).where(_CARDS.c.pass_id == bindparam("pass_id"), _CARDS.c.card_id == bindparam("its_card"))
"""Made once: these run for every card."""


def get(session: Session, batch_id: int) -> Pass | None:
    """The one under way, or left where it was stopped."""
    statement = select(Pass).where(Pass.batch_id == batch_id).execution_options(populate_existing=True)
    return session.scalars(statement).one_or_none()


def drop(session: Session, batch_id: int) -> None:
    session.execute(delete(Pass).where(Pass.batch_id == batch_id).execution_options(synchronize_session=False))


def add(
    session: Session,
    batch_id: int,
    engine: str,
    model: str | None,
    *,
    judge: bool = False,
    planned: bool = False,
    after: str | None = None,
) -> Pass:
    """In the place of any other of this batch."""
    drop(session, batch_id)
    row = Pass(batch_id=batch_id, engine=engine, model=model, judge=judge, planned=planned, after=after)
    session.add(row)
    session.flush()
    return row


def plan(session: Session, row: Pass, chosen: Sequence[tuple[int, str]]) -> None:
    """These cards, ids and order keys, and no others; counted from nothing."""
    session.execute(delete(PassCard).where(PassCard.pass_id == row.id).execution_options(synchronize_session=False))
    if chosen:
        session.execute(insert(_CARDS), [{"pass_id": row.id, "card_id": i, "order_key": key} for i, key in chosen])
    row.planned, row.total, row.done, row.failed = True, len(chosen), 0, 0
    session.flush()


def recount(session: Session, pass_id: int) -> int:
    """How many cards are left; those that were removed meanwhile no longer belong to its total."""
    left = session.scalar(select(func.count()).select_from(PassCard).where(PassCard.pass_id == pass_id)) or 0
    session.execute(
        update(Pass)
        .where(Pass.id == pass_id)
        .values(total=Pass.done + Pass.failed + left)
        .execution_options(synchronize_session=False)
    )
    return left


def page(session: Session, pass_id: int, *, after: str, limit: int) -> list[Card]:
    """The next cards to read, in card order, from behind ``after``."""
    return list(
        session.scalars(
            select(Card)
            .join(PassCard, PassCard.card_id == Card.id)
            .where(PassCard.pass_id == pass_id, PassCard.order_key > after)
            .order_by(PassCard.order_key)
            .limit(limit)
        )
    )


def strike(session: Session, pass_id: int, card_id: int, *, success: bool) -> tuple[int, int]:
    """One card less to read; returns how many are done and failed."""
    session.execute(_STRIKE, {"pass_id": pass_id, "its_card": card_id})
    more = {"more_done": int(success), "more_failed": int(not success)}
    done, failed = session.execute(_COUNT, {"pass_id": pass_id, **more}).one()
    return int(done), int(failed)
