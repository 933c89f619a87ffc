"""Batches: create, list, change, run."""

from __future__ import annotations

import shutil
from typing import Annotated

from fastapi import APIRouter, Query, Response, status
from fastapi.responses import StreamingResponse

from app.api.deps import (
    WITHOUT_NUL,
    AdoptionDep,
    BatchesDirDep,
    BatchName,
    DatabaseDep,
    Filename,
    Limit,
    Offset,
    PublisherDep,
    ReadersDep,
    RunsDep,
    StateDep,
)
from app.api.presenters import batch_read
from app.exports.formats import exporter
from app.models.enums import BatchStatus
from app.models.record_schemas import RecordRead
from app.models.schemas import (
    BatchCreate,
    BatchPage,
    BatchPatch,
    BatchRead,
    Message,
    Problem,
    RetryRequest,
    SampleCreate,
)
from app.services import batch_manager, run_lock, samples, trash
from app.services.export import Handover
from app.services.records import require_batch
from app.services.ws_manager import ws_manager

router = APIRouter(
    prefix="/batches",
    tags=["batches"],
    responses={404: {"model": Problem}, 409: {"model": Problem}, 422: {"model": Problem}},
)


@router.post("", response_model=BatchRead, status_code=status.HTTP_201_CREATED)
def create_batch(wanted: BatchCreate, db: DatabaseDep, readers: ReadersDep, root: BatchesDirDep) -> BatchRead:
    """Create a draft."""
    with db.session() as session:
        return batch_read(session, batch_manager.create(session, wanted, readers, root))


@router.post("/sample", response_model=BatchRead, status_code=status.HTTP_201_CREATED)
def create_sample(wanted: SampleCreate, state: StateDep) -> BatchRead:
    """A draft of one of the sample drawers, with its fields and scans."""
    name = samples.take_in(
        wanted.drawer, samples_dir=state.settings.samples_dir, database=state.database, readers=state.readers,
        ingest=state.ingest, judges=state.judges, root=state.settings.batches_dir,
    )  # fmt: skip
    with state.database.reading() as session:
        return batch_read(session, require_batch(session, name))


@router.get("", response_model=BatchPage)
def list_batches(
    db: DatabaseDep,
    adoption: AdoptionDep,
    status: BatchStatus | None = None,
    q: Annotated[str | None, Query(max_length=200, pattern=WITHOUT_NUL)] = None,
    offset: Offset = 0,
    limit: Limit = 100,
) -> BatchPage:
    """List batches, newest first, with counts."""
    adoption.look_soon()
    with db.reading() as session:
        found, total = batch_manager.page(session, status=status, q=q, offset=offset, limit=limit)
        return BatchPage(items=[batch_read(session, batch) for batch in found], total=total)


@router.get("/{batch_name}", response_model=BatchRead)
def get_batch(batch_name: BatchName, db: DatabaseDep, adoption: AdoptionDep) -> BatchRead:
    adoption.look_for(batch_name)
    with db.reading() as session:
        return batch_read(session, require_batch(session, batch_name))


@router.patch("/{batch_name}", response_model=BatchRead)
def patch_batch(
    batch_name: BatchName,
    wanted: BatchPatch,
    db: DatabaseDep,
    readers: ReadersDep,
    root: BatchesDirDep,
    publisher: PublisherDep,
) -> BatchRead:
    """Change title, fields, engine, model or options while the batch is not running."""
    if wanted.fields is not None:
        publisher.forget(batch_name)  # before and after: a crash in between leaves nothing that is believed
    with db.session() as session:
        changed = batch_read(session, batch_manager.patch(session, batch_name, wanted, readers, root))
    if wanted.fields is not None:
        publisher.forget(batch_name)
        publisher.touch(batch_name)
    return changed


@router.delete("/{batch_name}", status_code=status.HTTP_204_NO_CONTENT)
def delete_batch(
    batch_name: BatchName, db: DatabaseDep, root: BatchesDirDep, publisher: PublisherDep, runs: RunsDep
) -> Response:
    """Delete a batch with its scans, readings, reviews and files."""
    runs.join(batch_name, timeout=0)
    publisher.forget(batch_name)
    with db.session() as session:
        folder = trash.delete(session, batch_name, root)
    publisher.forget(batch_name)
    ws_manager.clear_cancel_event(batch_name)
    run_lock.forget(root.parent, batch_name)
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@router.post("/{batch_name}/start", response_model=BatchRead, status_code=status.HTTP_202_ACCEPTED)
def start_batch(
    batch_name: BatchName,
    db: DatabaseDep,
    runs: RunsDep,
    root: BatchesDirDep,
    anew: Annotated[bool, Query(description="Read every card again, also those that were read")] = False,
) -> BatchRead:
    """Read what is pending; resume what was interrupted. With ``anew`` every card, after its fields changed."""
    with db.session() as session:
        if anew:
            started = batch_read(session, batch_manager.start_anew(session, batch_name, root))
        else:
            started = batch_read(session, batch_manager.start(session, batch_name))
    runs.begin(batch_name)
    return started


@router.post("/{batch_name}/cancel", response_model=Message)
def cancel_batch(batch_name: BatchName, db: DatabaseDep) -> Message:
    """Stop after the cards in flight. A no-op when the batch is not running."""
    with db.session() as session:
        if batch_manager.cancel(session, batch_name):
            ws_manager.cancel_batch(batch_name)  # before the commit: a later run's event is never the one that is set
    return Message(message="Cancel requested", batch_name=batch_name)


@router.post("/{batch_name}/retry", response_model=Message, status_code=status.HTTP_202_ACCEPTED)
def retry_batch(
    batch_name: BatchName, db: DatabaseDep, runs: RunsDep, root: BatchesDirDep, wanted: RetryRequest | None = None
) -> Message:
    """Read all failed cards again, or those of one cause."""
    cause = wanted.cause if wanted is not None else None
    with db.session() as session:
        _, cards, before = batch_manager.retry(session, batch_name, root, cause=cause)
    runs.begin(batch_name, only=frozenset(cards), after=before)
    return Message(
        message=f"Retry started for {len(cards)} card{'' if len(cards) == 1 else 's'}", batch_name=batch_name
    )


@router.post("/{batch_name}/retry-image/{filename}", response_model=Message)
def retry_image(
    batch_name: BatchName, filename: Filename, db: DatabaseDep, runs: RunsDep, root: BatchesDirDep
) -> Message:
    """Move one file back from ``_errors/``, drop its entry, read it again and nothing else."""
    with db.session() as session:
        _, cards, before = batch_manager.retry_image(session, batch_name, filename, root)
    runs.begin(batch_name, only=frozenset(cards), after=before)
    return Message(message=f"Retry started for {filename}", batch_name=batch_name)


@router.get(
    "/{batch_name}/results",
    response_class=StreamingResponse,
    responses={200: {"model": list[RecordRead], "description": "One object per attempted card"}},
)
def get_batch_results(batch_name: BatchName, db: DatabaseDep) -> StreamingResponse:
    """All attempted cards, in card order, from one consistent read."""
    handover = Handover(db, batch_name, exporter("json"))
    return StreamingResponse(handover.chunks(), media_type="application/json")
