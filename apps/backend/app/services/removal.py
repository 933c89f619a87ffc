"""Taking one image out of a batch, and its card with its last image."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.core import names
from app.core.errors import no_image
from app.db import batches, cards, images, search
from app.models.tables import Batch, Card
from app.services.folders import SOURCES


def take_out(session: Session, batch: Batch, filename: str) -> list[str]:
    """Take one image out of an idle batch; returns paths, relative to its folder, to unlink after the commit."""
    image = images.by_filename(session, batch.id, filename)
    if image is None:
        raise no_image(batch.name, filename)
    card = session.get(Card, image.card_id)
    doomed = [f"{image.folder}/{filename}" if image.folder else filename]
    if image.source_name and not images.source_in_use(session, batch.id, image.source_name, [image.id]):
        doomed.append(f"{SOURCES}/{image.source_name}")
    session.delete(image)
    session.flush()
    if card is not None:
        _card_lost_a_side(session, batch, card)
    return doomed


def _card_lost_a_side(session: Session, batch: Batch, card: Card) -> None:
    left = images.of_cards(session, [card.id]).get(card.id, [])
    if left:
        for number, image in enumerate(left):
            image.side = number
        card.filename = left[0].filename
        card.order_key = names.natural(card.filename)
        card.version += 1
        card.revision = batches.count(session, batch.id)
        return
    was_done, was_failed = card.status == "done", card.status == "failed"
    search.remove(session, [card.id])
    cards.remove(session, card.id)
    batches.count(
        session, batch.id, total=-1, done=-was_done, failed=-was_failed, reviewed=-(card.review == "complete")
    )
