"""Money of a batch: the meter, a sample before the start, the prompt as it will be sent."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, status

from app.api.deps import WITHOUT_NUL, BatchName, DatabaseDep, ReadersDep, RunsDep
from app.api.presenters import batch_read
from app.core.errors import Invalid
from app.engines.base import Remote
from app.engines.vision import prompt
from app.engines.vision.engine import VisionEngine
from app.models.costs import (
    CostRead,
    EstimateRead,
    ExpectedRead,
    PromptRead,
    PromptWanted,
    ReaderCostRead,
    SampleWanted,
)
from app.models.schemas import BatchRead
from app.services import costs, passes, records, schemata
from app.services.readers import Readers

router = APIRouter(tags=["costs"])


@router.get("/batches/{batch_name}/cost", response_model=CostRead)
def get_cost(
    batch_name: BatchName,
    db: DatabaseDep,
    readers: ReadersDep,
    engine: Annotated[str | None, Query(max_length=60, pattern=WITHOUT_NUL, description="Of this reader alone")] = None,
    model: Annotated[str | None, Query(max_length=200, pattern=WITHOUT_NUL)] = None,
) -> CostRead:
    """Spent so far, and expected for the cards that are left."""
    with db.reading() as session:
        batch = records.require_batch(session, batch_name)
        if engine is None:
            found = costs.of_batch(session, batch_name, readers)
            beside = passes.state(session, batch)
            at_work = [batch.engine, *([beside.engine] if beside else [])]
        else:
            found = costs.of_reader(session, batch_name, engine, model, readers)
            at_work = [engine]
        verified = batch.reviewed
    spent = found.spent
    return CostRead(
        spent=spent.cost if spent.priced else None,
        calls=spent.calls,
        prompt_tokens=spent.prompt_tokens,
        completion_tokens=spent.completion_tokens,
        readings=spent.readings,
        ceiling=found.ceiling,
        per_card=found.per_card,
        per_verified=found.per_verified,
        estimate=_estimate(found.estimate),
        waiting=max(_waiting(readers, name) for name in at_work),
        readers=[_reader(one, verified) for one in found.readers],
        expected=ExpectedRead.model_validate(found.expected, from_attributes=True) if found.expected else None,
    )


def _reader(one: costs.ReaderCosts, verified: int) -> ReaderCostRead:
    spent = one.spent
    cost = spent.cost if spent.priced else None
    return ReaderCostRead(
        engine=one.engine, model=one.model, cards=spent.cards, left=one.left, free=one.free, readings=spent.readings,
        prompt_tokens=spent.prompt_tokens, completion_tokens=spent.completion_tokens, spent=cost,
        per_card=cost / spent.priced if cost is not None else None,
        per_verified=cost / verified if cost is not None and verified else None,
        estimate=_estimate(one.estimate),
    )  # fmt: skip


def _estimate(found: costs.Estimate | None) -> EstimateRead | None:
    return EstimateRead.model_validate(found, from_attributes=True) if found is not None else None


def _waiting(readers: Readers, name: str) -> float:
    made = readers.made(name)
    return made.tools.gateway.waiting() if isinstance(made, VisionEngine) else 0.0


@router.post("/batches/{batch_name}/sample", response_model=BatchRead, status_code=status.HTTP_202_ACCEPTED)
def read_sample(
    batch_name: BatchName, wanted: SampleWanted, db: DatabaseDep, runs: RunsDep, readers: ReadersDep
) -> BatchRead:
    """Read a few cards spread over the batch, to see what they cost; they are kept like any other."""
    with db.session() as session:
        batch, chosen, before = costs.begin_sample(session, batch_name, wanted.cards)
        if not isinstance(readers.made(batch.engine, make=True), Remote):
            raise Invalid("This reader costs nothing; start the batch.", code="no_cost")
        started = batch_read(session, batch)
    runs.begin(batch_name, only=frozenset(chosen), after=before)
    return started


@router.post("/prompt", response_model=PromptRead)
def preview_prompt(wanted: PromptWanted) -> PromptRead:
    """The prompt and the response schema that these fields make."""
    try:
        made = prompt.build(schemata.specs(schemata.to_json(wanted.fields)), wanted.template, wanted.language)
    except ValueError as error:
        raise Invalid(f"{str(error)[0].upper()}{str(error)[1:]}.", code="bad_prompt") from None
    return PromptRead(text=made.text, response_schema=made.schema, version=made.version)
