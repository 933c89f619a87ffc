"""Other readers beside the first: start one, see who has read a batch and what they could not read."""

from __future__ import annotations

from fastapi import APIRouter, status

from app.api.deps import BatchesDirDep, BatchName, DatabaseDep, ReadersDep, RunsDep
from app.api.presenters import batch_read
from app.db import readings
from app.models.schemas import BatchRead, BesideFailureRead, Problem, ReaderUseRead, ReadingsRead, ReadingsWanted
from app.services import batch_manager, records, run_life

router = APIRouter(
    prefix="/batches/{batch_name}/readings",
    tags=["readings"],
    responses={404: {"model": Problem}, 409: {"model": Problem}, 422: {"model": Problem}},
)


@router.post("", response_model=BatchRead, status_code=status.HTTP_202_ACCEPTED)
def read_beside(
    batch_name: BatchName, wanted: ReadingsWanted, db: DatabaseDep, runs: RunsDep, readers: ReadersDep
) -> BatchRead:
    """Another reader reads cards beside the first: its readings are kept, records stay as they are."""
    readers.require(wanted.engine, wanted.model)
    reader = runs.reader(batch_name, wanted.engine, wanted.model)
    with db.session() as session:
        started = batch_read(session, batch_manager.start_beside(session, batch_name, reader, wanted))
    runs.begin(batch_name)
    return started


@router.delete("/pass", response_model=BatchRead)
def abandon_pass(batch_name: BatchName, db: DatabaseDep, root: BatchesDirDep) -> BatchRead:
    """A reader that was stopped beside the first reads no more; its readings stay, and the batch is what it was."""
    with db.session() as session:
        return batch_read(session, run_life.abandon(session, batch_name, root))


@router.get("", response_model=ReadingsRead)
def list_readers(batch_name: BatchName, db: DatabaseDep, readers: ReadersDep) -> ReadingsRead:
    """Who has read cards of this batch, and what readers beside the first could not read, by cause."""
    with db.reading() as session:
        batch = records.require_batch(session, batch_name)
        uses, failures = readings.uses(session, batch.id), readings.failed_beside(session, batch.id)
    return ReadingsRead(
        items=[
            ReaderUseRead(
                engine=use.engine, model=use.model, cards=use.cards, seconds=use.seconds, cost=use.cost,
                leaves_machine=readers.leaves_machine(use.engine),
            )
            for use in uses
        ],
        failures=[BesideFailureRead.model_validate(each, from_attributes=True) for each in failures],
    )  # fmt: skip
