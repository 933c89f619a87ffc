"""Several readers of one batch: how good each is, and one record of what they say."""

from __future__ import annotations

from functools import partial

from fastapi import APIRouter, status

from app.api.deps import BatchName, DatabaseDep, LearningDep, RefielderDep
from app.api.learning_presenters import preview_read
from app.models.judging_schemas import RankedRead, ReadersComparisonRead
from app.models.learning_schemas import RefieldingRead, RefieldPreview
from app.models.schemas import Problem
from app.services import judging, side_by_side
from app.services.fielding import REFEREE

router = APIRouter(
    prefix="/batches/{batch_name}", tags=["judging"], responses={404: {"model": Problem}, 409: {"model": Problem}}
)


@router.post("/comparison", response_model=ReadersComparisonRead)
def compare_readers(batch_name: BatchName, db: DatabaseDep, learned: LearningDep) -> ReadersComparisonRead:
    """What each reader, their vote and the referee reach on the verified cards; takes seconds, stores nothing."""
    found = judging.compare(learned.workshop, db, batch_name)
    ranked = {one.reader: one for one in found.report.readers}
    readers: dict[str, RankedRead] = {}
    for use in found.uses:
        name = side_by_side.name_of(use.engine, use.model)
        if name == REFEREE:
            continue
        own = ranked.get(name)
        readers[name] = RankedRead(
            reader=name, engine=use.engine, model=side_by_side.model_of(use.model), cards=use.cards,
            seconds=use.seconds, cost=use.cost, verified=own.cards if own else 0, f1=own.f1 if own else None,
        )  # fmt: skip
    return ReadersComparisonRead(
        verified=found.verified,
        needed=found.needed,
        readers=list(readers.values()),
        vote=found.report.vote,
        referee=found.report.referee,
        calibration_error=found.report.error,
    )


@router.post("/judgements/preview", response_model=RefieldPreview)
def preview_judgement(
    batch_name: BatchName, db: DatabaseDep, learned: LearningDep, refielder: RefielderDep
) -> RefieldPreview:
    """What the referee would change; nothing is stored. 409 `one_reader` when only one has read the batch."""
    return preview_read(refielder.preview(batch_name, partial(judging.by_referee, learned.workshop, db)))


@router.post("/judgements", response_model=RefieldingRead, status_code=status.HTTP_202_ACCEPTED)
def begin_judgement(
    batch_name: BatchName, db: DatabaseDep, learned: LearningDep, refielder: RefielderDep
) -> RefieldingRead:
    """Let the referee judge all cards that are not fully reviewed; listed and taken back like other refieldings."""
    begun = refielder.begin(batch_name, partial(judging.by_referee, learned.workshop, db))
    return RefieldingRead.model_validate(begun, from_attributes=True)
