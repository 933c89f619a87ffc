"""What other options would make of a batch's images, before they are saved."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.db import images
from app.models.schemas import BatchOptions
from app.services import pairing
from app.services.records import require_batch

SHOWN = 24
"""Cards shown of each kind: enough to see whether a rule fits."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """``shown``: first cards of several images, then cards of one; front first."""

    images: int
    cards: int
    paired: int
    read: int
    shown: tuple[tuple[str, ...], ...]


def pairs(session: Session, batch_name: str, options: BatchOptions) -> Pairs:
    """Raises ``NotFound``, and ``Invalid`` for a pattern that takes too long."""
    batch = require_batch(session, batch_name)
    names = images.unread_names(session, batch.id)
    found = pairing.suppose(names, {"pairing": options.pairing, "pattern": options.pattern})
    several = [group for group in found if len(group) > 1]
    alone = [group for group in found if len(group) == 1]
    shown = several[:SHOWN] + alone[:SHOWN]
    return Pairs(
        images=len(names),
        cards=len(found),
        paired=len(several),
        read=batch.done + batch.failed,
        shown=tuple(tuple(group) for group in shown),
    )
