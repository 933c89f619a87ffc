"""Evaluations: score a batch, keep the score, compare two."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, status

from app.api.deps import BatchName, DatabaseDep
from app.api.learning_presenters import comparison_read, evaluation_brief, evaluation_read
from app.db import rules
from app.models.evaluation_schemas import ComparisonRead, EvaluationCreate, EvaluationPage, EvaluationRead
from app.models.schemas import Problem
from app.services import evaluations, records

router = APIRouter(
    prefix="/batches/{batch_name}/evaluations",
    tags=["evaluations"],
    responses={404: {"model": Problem}, 409: {"model": Problem}},
)
Number = Annotated[int, Path(ge=1, lt=2**63)]


@router.post("", response_model=EvaluationRead, status_code=status.HTTP_201_CREATED)
def evaluate_batch(batch_name: BatchName, wanted: EvaluationCreate, db: DatabaseDep) -> EvaluationRead:
    """Score the records against a truth, or what was read against what people verified."""
    with db.session() as session:
        batch = records.require_batch(session, batch_name)
        if wanted.truth is None:
            return evaluation_read(evaluations.against_verified(session, batch, wanted.title))
        row = evaluations.against_truth(
            session, batch, wanted.title, wanted.truth,
            with_verified=wanted.with_verified, every_card=wanted.every_card,
        )  # fmt: skip
        return evaluation_read(row)


@router.get("", response_model=EvaluationPage)
def list_evaluations(batch_name: BatchName, db: DatabaseDep) -> EvaluationPage:
    with db.reading() as session:
        batch = records.require_batch(session, batch_name)
        return EvaluationPage(items=[evaluation_brief(row) for row in rules.evaluations(session, batch.id)])


@router.get("/{evaluation_id}", response_model=EvaluationRead)
def get_evaluation(batch_name: BatchName, evaluation_id: Number, db: DatabaseDep) -> EvaluationRead:
    with db.reading() as session:
        batch = records.require_batch(session, batch_name)
        return evaluation_read(evaluations.require(session, batch, evaluation_id))


@router.get("/{evaluation_id}/comparison", response_model=ComparisonRead)
def compare_evaluations(
    batch_name: BatchName,
    evaluation_id: Number,
    db: DatabaseDep,
    other: Annotated[int, Query(ge=1, lt=2**63, description="The evaluation to compare with, of any batch")],
) -> ComparisonRead:
    """``other`` less this one, with a 95 % interval, and whether the difference is noise."""
    with db.reading() as session:
        batch = records.require_batch(session, batch_name)
        first = evaluations.require(session, batch, evaluation_id)
        return comparison_read(evaluations.compared(session, first, other))
