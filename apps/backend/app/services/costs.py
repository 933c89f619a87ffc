"""What a batch has cost and is expected to cost, from the cards that were really read."""

from __future__ import annotations

import math
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.core.errors import Conflict, Invalid
from app.db import cards, readings
from app.db.readings import Spent
from app.models.enums import BatchStatus
from app.models.tables import Batch
from app.services import batch_manager, passes, records, schemata
from app.services.budget import ceiling_of

SURE = 1.96


@dataclass(frozen=True, slots=True)
class Estimate:
    """For ``cards`` that are left: US$ with a margin (95 %) and seconds; from ``sample`` cards that were read."""

    cards: int
    cost: float | None
    margin: float | None
    seconds: float
    sample: int


@dataclass(frozen=True, slots=True)
class Costs:
    spent: Spent
    ceiling: float | None
    per_card: float | None
    per_verified: float | None
    estimate: Estimate | None


def of_reader(session: Session, name: str, engine: str, model: str | None, places: int) -> Costs:
    """As ``of_batch``, of one reader of the batch: spent by it, and for the cards that it has not read."""
    batch = records.require_batch(session, name)
    spent = readings.spent(session, batch.id, engine, model)
    left = batch.total - len(readings.read_by(session, batch.id, engine, model, schemata.names(batch.fields)))
    return Costs(
        spent=spent,
        ceiling=ceiling_of(batch.options),
        per_card=spent.cost / spent.priced if spent.priced else None,
        per_verified=spent.cost / batch.reviewed if spent.priced and batch.reviewed else None,
        estimate=_estimate(spent, left, places),
    )


def of_batch(session: Session, name: str, places: int) -> Costs:
    """``places``: how many cards are in flight at a time. Raises ``NotFound``."""
    batch = records.require_batch(session, name)
    spent = readings.spent(session, batch.id)
    sample = readings.spent(session, batch.id, batch.engine, batch.model)
    read = batch.done + batch.failed
    known = spent.cost if spent.priced else None
    return Costs(
        spent=spent,
        ceiling=ceiling_of(batch.options),
        per_card=known / read if known is not None and read else None,
        per_verified=known / batch.reviewed if known is not None and batch.reviewed else None,
        estimate=_estimate(sample, batch.total - read, places),
    )


def _estimate(sample: Spent, left: int, places: int) -> Estimate | None:
    if not sample.readings:
        return None
    cost = margin = None
    if sample.priced:
        mean = sample.cost / sample.priced
        cost = mean * left
        if sample.priced > 1:
            variance = max(0.0, (sample.squares - sample.priced * mean * mean) / (sample.priced - 1))
            margin = SURE * math.sqrt(variance / sample.priced + variance / left) * left if left else 0.0
    return Estimate(left, cost, margin, sample.seconds * left / places, sample.readings)


def begin_sample(session: Session, name: str, count: int) -> tuple[Batch, list[int], BatchStatus]:
    """``running`` for a few pending cards, spread over the drawer; their ids and the status before."""
    before = BatchStatus(records.require_batch(session, name).status)
    batch = batch_manager.start(session, name)
    pending = cards.pending_ids(session, batch.id)
    if not pending:
        raise Conflict("Every card was read already.", code="nothing_to_read")
    if count < 1:
        raise Invalid("A sample needs at least one card.", code="no_sample")
    return batch, passes.spread(pending, count), before
