"""Handing over a batch as a file."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from app.api.deps import BatchName, DatabaseDep
from app.exports.formats import exporter
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
) -> StreamingResponse:
    """Stream a file, from one consistent read."""
    to = exporter(format, faithful=faithful, separator=separator)
    handover = Handover(db, batch_name, to)
    disposition = f'attachment; filename="{batch_name}{to.suffix}"'
    return StreamingResponse(handover.chunks(), media_type=to.media_type, headers={"content-disposition": disposition})
