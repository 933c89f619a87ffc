"""Comparisons of readers: rows that fill while they are measured."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.core.errors import JsonValue
from app.models.learning_tables import Comparison

KEPT = 20
"""So many of a batch are kept."""


def of_batch(session: Session, batch_id: int) -> list[Comparison]:
    """The newest first."""
    statement = select(Comparison).where(Comparison.batch_id == batch_id).order_by(Comparison.id.desc())
    return list(session.scalars(statement))


def add(session: Session, row: Comparison) -> None:
    session.add(row)
    session.flush()
    for old in of_batch(session, row.batch_id)[KEPT:]:
        session.delete(old)


def advance(session: Session, comparison_id: int, result: list[JsonValue]) -> None:
    session.execute(update(Comparison).where(Comparison.id == comparison_id).values(step=len(result), result=result))


def end(session: Session, comparison_id: int, status: str) -> None:
    session.execute(update(Comparison).where(Comparison.id == comparison_id).values(status=status))


def end_unfinished(session: Session) -> None:
    """After a crash."""
    session.execute(update(Comparison).where(Comparison.status == "running").values(status="failed"))
