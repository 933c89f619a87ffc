"""Records: the table, one record, and a person's verdicts."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Response
from pydantic_core import to_json

from app.api.deps import WITHOUT_NUL, BatchName, DatabaseDep, Filename, LearningDep, Limit, Offset, PublisherDep
from app.api.presenters import card_page_read, reader_says, reading_read, record_read, review_read
from app.db.records import Query as RecordQuery
from app.models.bulk_schemas import BulkChange, BulkReport, BulkUndo
from app.models.enums import CardStatus
from app.models.record_schemas import CardPages, Differ, RecordDetail, RecordPage, RecordPatch, RecordRead, ReviewState
from app.models.schemas import Problem
from app.services import bulk, records, review, side_by_side

router = APIRouter(
    prefix="/batches/{batch_name}/records",
    tags=["records"],
    responses={404: {"model": Problem}, 409: {"model": Problem}},
)


@router.get("", response_model=RecordPage)
def list_records(
    batch_name: BatchName,
    db: DatabaseDep,
    offset: Offset = 0,
    limit: Limit = 100,
    sort: Annotated[
        str,
        Query(max_length=210, description="card, confidence, processed_at, review, status, or a field's name"),
    ] = "card",
    order: Literal["asc", "desc"] = "asc",
    q: Annotated[str | None, Query(max_length=500, description="Words that begin words of the card")] = None,
    status: CardStatus | None = None,
    review: ReviewState | None = None,
    field: Annotated[str | None, Query(max_length=200)] = None,
    value: Annotated[str | None, Query(max_length=500, description="Part of the field's value")] = None,
    max_confidence: Annotated[float | None, Query(ge=0, le=1)] = None,
    flagged: Annotated[bool | None, Query(description="Only cards with, or without, a flag")] = None,
    differ: Annotated[
        Differ | None, Query(description="Readers differ, in `field` if named; open: unjudged there")
    ] = None,
) -> Response:
    """One page of records. With ``field`` and an empty ``value``: records where it is blank; with ``field`` and
    ``max_confidence``: records where this field is less certain and not judged."""
    with db.reading() as session:
        page = records.page(
            session,
            batch_name,
            RecordQuery(
                offset=offset, limit=limit, sort=sort, descending=order == "desc", q=q, status=status,
                review=review, field=field, value=value, max_confidence=max_confidence,
                flagged=flagged, differ=differ,
            ),
        )  # fmt: skip
    told = {"items": page.items, "total": page.total, "revision": page.revision}
    return Response(to_json(told), media_type="application/json")  # our own records need no check: a third of the time


@router.post("/bulk", response_model=BulkReport, responses={422: {"model": Problem}})
def change_records(
    batch_name: BatchName, wanted: BulkChange, db: DatabaseDep, publisher: PublisherDep, learned: LearningDep
) -> BulkReport:
    """Set or accept values of many records in one transaction; what somebody changed since is left out."""
    with db.session() as session:
        report = bulk.change(session, batch_name, wanted)
    publisher.touch(batch_name)
    learned.notice(batch_name)
    return report


@router.post("/bulk/{bulk_id}/undo", response_model=BulkReport)
def undo_bulk(
    batch_name: BatchName,
    bulk_id: Annotated[str, Path(max_length=32, pattern=WITHOUT_NUL)],
    db: DatabaseDep,
    publisher: PublisherDep,
    learned: LearningDep,
    wanted: BulkUndo | None = None,
) -> BulkReport:
    """Take back a change of many records, but for what changed since. Undone in its turn, that is a redo."""
    with db.session() as session:
        report = bulk.undo(session, batch_name, bulk_id, (wanted or BulkUndo()).who)
    publisher.touch(batch_name)
    learned.notice(batch_name)
    return report


@router.get("/{filename}", response_model=RecordDetail)
def get_record(batch_name: BatchName, filename: Filename, db: DatabaseDep) -> RecordDetail:
    """One record with its readings and its history."""
    with db.reading() as session:
        record, readings, history, current = records.one(session, batch_name, filename)
        said = side_by_side.newest(readings)
        return RecordDetail.model_validate(
            {
                **record,
                "readings": [reading_read(r, current=r.id == current) for r in readings],
                "readers": [reader_says(name, reading) for name, reading in said.items()],
                "differ": side_by_side.differing(said),
                "history": [review_read(h) for h in history],
            }
        )


@router.get("/{filename}/pages", response_model=CardPages)
def get_record_pages(batch_name: BatchName, filename: Filename, db: DatabaseDep) -> CardPages:
    """The card's images, front first, with the lines and words recognised on them."""
    with db.reading() as session:
        sides = records.sides(session, batch_name, filename)
    return CardPages(items=[card_page_read(batch_name, n, image, page) for n, (image, page) in enumerate(sides)])


@router.patch("/{filename}", response_model=RecordRead)
def patch_record(
    batch_name: BatchName,
    filename: Filename,
    wanted: RecordPatch,
    db: DatabaseDep,
    publisher: PublisherDep,
    learned: LearningDep,
) -> RecordRead:
    """Set, accept, reject or clear values; 409 with both versions when someone saved first."""
    with db.session() as session:
        record = review.patch(session, batch_name, filename, wanted)
    publisher.touch(batch_name)
    learned.notice(batch_name)
    return record_read(record)
