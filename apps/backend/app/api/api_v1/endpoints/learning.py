"""Learning: how it stands, what was learned, fielding again with a preview and an undo."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, status

from app.api.deps import BatchName, DatabaseDep, LearningDep, RefielderDep
from app.api.learning_presenters import learning_read, preview_read
from app.db import learning as rows
from app.models.learning_schemas import (
    LearningRead,
    NextCards,
    NormalisersOff,
    RefieldingPage,
    RefieldingRead,
    RefieldPreview,
)
from app.models.schemas import Problem
from app.services import learning, records

router = APIRouter(
    prefix="/batches/{batch_name}", tags=["learning"], responses={404: {"model": Problem}, 409: {"model": Problem}}
)
Number = Annotated[int, Path(ge=1, lt=2**63)]


@router.get("/learning", response_model=LearningRead)
def get_learning(batch_name: BatchName, db: DatabaseDep, learned: LearningDep) -> LearningRead:
    """How much the reader has learned of this drawer, and its learning curve."""
    with db.reading() as session:
        return learning_read(learned.standing(session, records.require_batch(session, batch_name)))


@router.post("/learning/train", response_model=LearningRead)
def train_now(batch_name: BatchName, db: DatabaseDep, learned: LearningDep) -> LearningRead:
    """Train without waiting for more cards; 422 when too few are verified."""
    learned.train(batch_name)
    return get_learning(batch_name, db, learned)


@router.put("/learning/normalisers", response_model=LearningRead)
def switch_normalisers(
    batch_name: BatchName, wanted: NormalisersOff, db: DatabaseDep, learned: LearningDep
) -> LearningRead:
    """Say which learned spellings are not used, by their keys; all others are."""
    with db.session() as session:
        batch = records.require_batch(session, batch_name)
        rows.switch_off(session, learning.scope_of(batch), wanted.off)
    return get_learning(batch_name, db, learned)


@router.get("/learning/next", response_model=NextCards)
def cards_to_verify(
    batch_name: BatchName,
    db: DatabaseDep,
    count: Annotated[int, Query(ge=1, le=200)] = 10,
    seed: Annotated[int, Query(ge=0, lt=2**31)] = 0,
) -> NextCards:
    """Cards to verify next so that most is learned: spread over the drawer."""
    with db.reading() as session:
        batch = records.require_batch(session, batch_name)
        return NextCards(filenames=learning.to_verify(session, batch, count, seed))


@router.post("/refieldings/preview", response_model=RefieldPreview)
def preview_refielding(batch_name: BatchName, refielder: RefielderDep) -> RefieldPreview:
    """What fielding the stored words again would change; nothing is stored."""
    return preview_read(refielder.preview(batch_name))


@router.post("/refieldings", response_model=RefieldingRead, status_code=status.HTTP_202_ACCEPTED)
def begin_refielding(batch_name: BatchName, refielder: RefielderDep) -> RefieldingRead:
    """Field all cards again that are not fully reviewed, without reading them; people's values stay."""
    return RefieldingRead.model_validate(refielder.begin(batch_name), from_attributes=True)


@router.get("/refieldings", response_model=RefieldingPage)
def list_refieldings(batch_name: BatchName, db: DatabaseDep) -> RefieldingPage:
    with db.reading() as session:
        batch = records.require_batch(session, batch_name)
        found = rows.refieldings(session, batch.id)
    return RefieldingPage(items=[RefieldingRead.model_validate(row, from_attributes=True) for row in found])


@router.delete("/refieldings/{refielding_id}", response_model=RefieldingRead)
def take_back_refielding(batch_name: BatchName, refielding_id: Number, refielder: RefielderDep) -> RefieldingRead:
    """Show what was there before."""
    return RefieldingRead.model_validate(refielder.take_back(batch_name, refielding_id), from_attributes=True)
