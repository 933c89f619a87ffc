"""What lies in a batch: its cards with their sides, and those that failed, by cause."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress

from sqlalchemy.orm import Session

from app.core.errors import NotFound, no_batch
from app.db import batches, cards, images
from app.db.cards import FailureGroup
from app.db.session import Database
from app.models.tables import Batch, Card, Image
from app.services.ingest import Ingest


def page(
    session: Session, batch_name: str, *, q: str | None, offset: int, limit: int
) -> tuple[list[tuple[Card, list[Image]]], int]:
    """Cards in card order, each with its images, front first; ``q`` is a part of a file's name."""
    batch = _require(session, batch_name)
    found, total = cards.page(session, batch, q=q, offset=offset, limit=limit)
    sides = images.of_cards(session, [card.id for card in found])
    return [(card, sides.get(card.id, [])) for card in found], total


def remove(database: Database, ingest: Ingest, batch_name: str, filenames: Collection[str]) -> int:
    """Take cards out with all their sides; returns how many images went. What is gone already is no error."""
    with database.reading() as session:
        batch = _require(session, batch_name)
        chosen = cards.named(session, batch.id, filenames)
        sides = images.names_of_cards(session, [card.id for card in chosen])
    removed = 0
    # The back first: a crash in between leaves a card with its front, not a back that became one.
    for filename in [name for names in sides.values() for name in reversed(names)]:
        with suppress(NotFound):
            ingest.remove(batch_name, filename)
            removed += 1
    return removed


def failures(session: Session, batch_name: str) -> list[FailureGroup]:
    """Failed cards by cause, the most frequent first."""
    return cards.failures(session, _require(session, batch_name).id)


def _require(session: Session, batch_name: str) -> Batch:
    batch = batches.get(session, batch_name)
    if batch is None:
        raise no_batch(batch_name)
    return batch
