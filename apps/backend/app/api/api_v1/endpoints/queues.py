"""The queue of a batch: which card to verify next."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from app.api.deps import WITHOUT_NUL, BatchName, DatabaseDep
from app.api.presenters import queue_item
from app.db.queues import Order, Show
from app.db.queues import Query as QueueQuery
from app.models.record_schemas import QueuePage
from app.models.schemas import Problem
from app.services import queues

router = APIRouter(prefix="/batches/{batch_name}/queue", tags=["records"], responses={404: {"model": Problem}})


@router.get("", response_model=QueuePage)
def list_queue(
    batch_name: BatchName,
    db: DatabaseDep,
    order: Order = "doubt",
    show: Show = "open",
    field: Annotated[str | None, Query(max_length=200, description="One field through all cards")] = None,
    start: Annotated[
        str | None, Query(max_length=200, pattern=WITHOUT_NUL, description="A card that comes first")
    ] = None,
    after: Annotated[
        str | None, Query(max_length=400, pattern=WITHOUT_NUL, description="A cursor: only what comes behind it")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> QueuePage:
    """A piece of the queue: least certain first or in card order; open, failed, flagged or all cards."""
    with db.reading() as session:
        found, total = queues.page(
            session, batch_name, QueueQuery(order=order, show=show, field=field, limit=limit), start=start, after=after
        )
    return QueuePage(items=[queue_item(batch_name, waiting) for waiting in found], total=total)
