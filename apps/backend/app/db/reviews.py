"""Reviews: append-only. The newest row of a field holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.tables import Review


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
