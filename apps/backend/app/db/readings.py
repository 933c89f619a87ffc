"""Readings: what engines returned. Rows are added and read, never changed."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from app.models.tables import Reading


def by_ids(session: Session, ids: Collection[int]) -> dict[int, Reading]:
    return {r.id: r for r in session.scalars(select(Reading).where(Reading.id.in_(ids)))}


def of_card(session: Session, card_id: int) -> list[Reading]:
    return list(session.scalars(select(Reading).where(Reading.card_id == card_id).order_by(Reading.id)))


def layout(session: Session, reading_id: int) -> bytes | None:
    """The stored words and boxes of one reading, as ``models.layout`` packed them."""
    row = session.scalars(
        select(Reading).where(Reading.id == reading_id).options(undefer(Reading.layout))
    ).one_or_none()
    return row.layout if row else None
