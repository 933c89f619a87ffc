"""Cards of a batch with their sides: look through, remove, and see why some failed."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from app.api.deps import WITHOUT_NUL, BatchName, DatabaseDep, IngestDep, Limit, Offset, PublisherDep
from app.api.presenters import card_read, failure_read
from app.models.image_schemas import CardPage, CardsRemoval, FailureList, Removed
from app.models.schemas import Problem
from app.services import drawer

router = APIRouter(
    prefix="/batches/{batch_name}",
    tags=["cards"],
    responses={404: {"model": Problem}, 409: {"model": Problem}},
)


@router.get("/cards", response_model=CardPage)
def list_cards(
    batch_name: BatchName,
    db: DatabaseDep,
    q: Annotated[str | None, Query(max_length=200, pattern=WITHOUT_NUL, description="Part of a file's name")] = None,
    offset: Offset = 0,
    limit: Limit = 100,
) -> CardPage:
    """Cards in card order, each with its images, front first."""
    with db.reading() as session:
        found, total = drawer.page(session, batch_name, q=q, offset=offset, limit=limit)
        return CardPage(items=[card_read(batch_name, card, sides) for card, sides in found], total=total)


@router.post("/cards/remove", response_model=Removed)
def remove_cards(
    batch_name: BatchName, wanted: CardsRemoval, db: DatabaseDep, ingest: IngestDep, publisher: PublisherDep
) -> Removed:
    """Remove up to 1,000 cards with all their images, readings and reviews. What is gone already is no error."""
    images = drawer.remove(db, ingest, batch_name, wanted.cards)
    publisher.forget(batch_name)
    publisher.touch(batch_name)
    return Removed(images=images)


@router.get("/failures", response_model=FailureList)
def list_failures(batch_name: BatchName, db: DatabaseDep) -> FailureList:
    """Failed cards by cause, the most frequent first."""
    with db.reading() as session:
        return FailureList(items=[failure_read(group) for group in drawer.failures(session, batch_name)])
