"""Handing over a batch as a file."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from app.api.deps import BatchName, DatabaseDep
from app.db.records import Query as RecordQuery
from app.exports.formats import exporter
from app.models.enums import CardStatus
from app.models.record_schemas import Differ, ReviewState
from app.models.schemas import Problem
from app.services.export import Handover

router = APIRouter(prefix="/batches/{batch_name}/export", tags=["exports"], responses={404: {"model": Problem}})


@router.get("", response_class=StreamingResponse, responses={422: {"model": Problem}})
def export_batch(
    batch_name: BatchName,
    db: DatabaseDep,
    format: Annotated[Literal["csv", "xlsx", "json"], Query()],  # noqa: A002 - the contract's word
    faithful: Annotated[bool, Query(description="CSV: values verbatim, not made safe for Excel")] = False,
    separator: Annotated[Literal["comma", "semicolon", "tab"], Query()] = "comma",
    columns: Annotated[
        list[str] | None, Query(max_length=200, description="Only these fields, in this order; JSON holds all")
    ] = None,
    q: Annotated[str | None, Query(max_length=500)] = None,
    status: CardStatus | None = None,
    review: ReviewState | None = None,
    field: Annotated[str | None, Query(max_length=200)] = None,
    value: Annotated[str | None, Query(max_length=500)] = None,
    max_confidence: Annotated[float | None, Query(ge=0, le=1)] = None,
    flagged: Annotated[bool | None, Query(description="Only cards with, or without, a flag")] = None,
    differ: Annotated[
        Differ | None, Query(description="Readers differ, in `field` if named; open: unjudged there")
    ] = None,
) -> StreamingResponse:
    """Stream a file, from one consistent read. The filters are those of the table; without one: all records."""
    to = exporter(format, faithful=faithful, separator=separator)
    wanted = RecordQuery(
        q=q, status=status, review=review, field=field, value=value, max_confidence=max_confidence, flagged=flagged,
        differ=differ,
    )  # fmt: skip
    handover = Handover(db, batch_name, to, wanted, columns or ())
    disposition = f'attachment; filename="{batch_name}{to.suffix}"'
    return StreamingResponse(handover.chunks(), media_type=to.media_type, headers={"content-disposition": disposition})
