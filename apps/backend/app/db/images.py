"""Images: one row per scanned file or page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.core import names
from app.models.tables import Card, Image


def get(session: Session, batch_id: int, name_key: str) -> Image | None:
    return session.scalars(select(Image).where(Image.batch_id == batch_id, Image.name_key == name_key)).one_or_none()


def by_filename(session: Session, batch_id: int, filename: str) -> Image | None:
    image = get(session, batch_id, names.stem_key(filename))
    return image if image is not None and image.filename == filename else None


def unread(session: Session, batch_id: int) -> list[Image]:
    """Images of cards that were never attempted, in card order."""
    return list(
        session.scalars(
            select(Image)
            .join(Card, Card.id == Image.card_id)
            .where(Image.batch_id == batch_id, Card.attempts == 0, Card.status == "pending")
            .order_by(Card.order_key, Image.side)
        )
    )


def unread_names(session: Session, batch_id: int) -> list[str]:
    """File names of images whose cards were never attempted, without the rest of the rows."""
    return list(
        session.scalars(
            select(Image.filename)
            .join(Card, Card.id == Image.card_id)
            .where(Image.batch_id == batch_id, Card.attempts == 0, Card.status == "pending")
        )
    )


def named(session: Session, batch_id: int, filenames: Collection[str]) -> dict[str, Image]:
    """The images with these file names."""
    rows = session.scalars(select(Image).where(Image.batch_id == batch_id, Image.filename.in_(filenames)))
    return {image.filename: image for image in rows}


def page(session: Session, batch_id: int, *, offset: int, limit: int) -> tuple[list[tuple[Image, Card]], int]:
    """Images with their cards, in card order and side order."""
    rows = session.execute(
        select(Image, Card)
        .join(Card, Card.id == Image.card_id)
        .where(Image.batch_id == batch_id)
        .order_by(Card.order_key, Image.side)
        .offset(offset)
        .limit(limit)
    ).all()
    total = session.scalar(select(func.count()).where(Image.batch_id == batch_id)) or 0
    return [(image, card) for image, card in rows], total


def of_cards(session: Session, card_ids: Collection[int]) -> dict[int, list[Image]]:
    """The images of each card, front first."""
    found: dict[int, list[Image]] = defaultdict(list)
    rows = session.scalars(select(Image).where(Image.card_id.in_(card_ids)).order_by(Image.card_id, Image.side))
    for image in rows:
        found[image.card_id].append(image)
    return dict(found)


def names_of_cards(session: Session, card_ids: Collection[int]) -> dict[int, list[str]]:
    """The file names of each card, front first, without the rest of the rows."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = session.execute(
        select(Image.card_id, Image.filename).where(Image.card_id.in_(card_ids)).order_by(Image.card_id, Image.side)
    )
    for card_id, filename in rows:
        found[card_id].append(filename)
    return dict(found)


def names_of_batch(session: Session, batch_id: int) -> list[tuple[str, str, str]]:
    """Card, file name and the name under which it was sent, of every image."""
    rows = session.execute(
        select(Card.filename, Image.filename, Image.original_name)
        .join(Card, Card.id == Image.card_id)
        .where(Image.batch_id == batch_id)
        .order_by(Image.id)
    )
    return [(card, filename, original) for card, filename, original in rows]


def of_batch(session: Session, batch_id: int) -> list[Image]:
    return list(session.scalars(select(Image).where(Image.batch_id == batch_id).order_by(Image.id)))


def covers(session: Session, batch_id: int, limit: int = 3) -> list[Image]:
    """The first few fronts of a batch."""
    return list(
        session.scalars(
            select(Image)
            .join(Card, Card.id == Image.card_id)
            .where(Card.batch_id == batch_id, Image.side == 0)
            .order_by(Card.order_key)
            .limit(limit)
        )
    )


def sources(session: Session, batch_id: int) -> dict[str, str]:
    """The files of a batch as they were sent: digest to name."""
    rows = session.execute(
        select(Image.source_sha256, func.coalesce(Image.source_name, Image.filename))
        .where(Image.batch_id == batch_id)
        .order_by(Image.id)
    )
    return {str(digest): str(name) for digest, name in rows}


def known_sources(session: Session, batch_id: int, digests: Collection[str]) -> dict[str, str]:
    """Which of these files are in the batch already: digest to the name it has there."""
    rows = session.execute(
        select(Image.source_sha256, func.min(func.coalesce(Image.source_name, Image.filename)))
        .where(Image.batch_id == batch_id, Image.source_sha256.in_(digests))
        .group_by(Image.source_sha256)
    )
    return {str(digest): str(name) for digest, name in rows}


def name_taken(session: Session, batch_id: int, key: str) -> bool:
    statement = select(Image.id).where(Image.batch_id == batch_id, Image.name_key == key)
    return session.scalar(statement) is not None


def with_pair_keys(session: Session, batch_id: int, keys: Collection[str]) -> list[Image]:
    return list(
        session.scalars(
            select(Image)
            .join(Card, Card.id == Image.card_id)
            .where(Image.batch_id == batch_id, Image.pair_key.in_(keys), Card.attempts == 0)
            .order_by(Image.pair_key, Image.filename)
        )
    )


def in_folder(session: Session, batch_id: int, folder: str) -> list[Image]:
    return list(session.scalars(select(Image).where(Image.batch_id == batch_id, Image.folder == folder)))


def source_in_use(session: Session, batch_id: int, source_name: str, except_ids: Sequence[int]) -> bool:
    """Whether another page of the same multi-page file is still in the batch."""
    statement = select(Image.id).where(
        Image.batch_id == batch_id, Image.source_name == source_name, Image.id.not_in(except_ids)
    )
    return session.scalar(statement.limit(1)) is not None
