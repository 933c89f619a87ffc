"""Readers and mixes of them compared on cards whose truth is known."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, status

from app.api.deps import WITHOUT_NUL, BatchName, ComparisonsDep, DatabaseDep
from app.core.errors import NotFound
from app.db import comparisons as rows
from app.models.comparison_schemas import MixesBrief, MixesPage, MixesPlan, MixesRead, MixesWanted
from app.models.schemas import Problem
from app.services import mix_tests, records

router = APIRouter(
    prefix="/batches/{batch_name}/comparisons",
    tags=["judging"],
    responses={404: {"model": Problem}, 409: {"model": Problem}, 422: {"model": Problem}},
)


@router.post("/plan", response_model=MixesPlan)
def plan_comparison(batch_name: BatchName, wanted: MixesWanted, comparisons: ComparisonsDep) -> MixesPlan:
    """Which cards would be measured on, and which of them a reader has yet to read; nothing is begun."""
    plan = comparisons.plan(batch_name, wanted)
    return MixesPlan(
        verified=plan.verified, cards=[card.key for card in plan.cards], readers=list(plan.readers),
        left_out=list(plan.left_out),
    )  # fmt: skip


@router.post("", response_model=MixesBrief, status_code=status.HTTP_202_ACCEPTED)
def begin_comparison(batch_name: BatchName, wanted: MixesWanted, comparisons: ComparisonsDep) -> MixesBrief:
    """Measure each reader, their votes and their referees on the cards that all of them have read."""
    return MixesBrief.model_validate(comparisons.begin(batch_name, wanted), from_attributes=True)


@router.get("", response_model=MixesPage)
def list_comparisons(batch_name: BatchName, db: DatabaseDep) -> MixesPage:
    """The newest first; 20 of a batch are kept."""
    with db.reading() as session:
        found = rows.of_batch(session, records.require_batch(session, batch_name).id)
    return MixesPage(items=[MixesBrief.model_validate(row, from_attributes=True) for row in found])


@router.get("/{comparison_id}", response_model=MixesRead)
def get_comparison(
    batch_name: BatchName,
    comparison_id: Annotated[int, Path(ge=1, lt=2**63)],
    db: DatabaseDep,
    against: Annotated[
        str | None,
        Query(max_length=2000, pattern=WITHOUT_NUL, description="The mix to compare with: by default the best"),
    ] = None,
) -> MixesRead:
    """What was measured so far, each mix with its paired difference to another."""
    with db.reading() as session:
        batch = records.require_batch(session, batch_name)
        row = next((one for one in rows.of_batch(session, batch.id) if one.id == comparison_id), None)
    if row is None:
        raise NotFound("There is no such comparison of this batch.", code="comparison_not_found")
    return mix_tests.read(row, against)
