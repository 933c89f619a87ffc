"""What a batch has cost and is expected to cost, from the cards that were really read."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.core.errors import Conflict, Invalid
from app.db import cards, readings
from app.db.readings import Spent
from app.models.enums import BatchStatus
from app.models.tables import Batch
from app.services import batch_manager, passes, records
from app.services.budget import ceiling_of
from app.services.readers import Readers

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
class ReaderCosts:
    """What one reader has spent, and what the cards that it has left will cost; for nothing: it costs nothing."""

    engine: str
    model: str | None
    spent: Spent
    left: int
    free: bool
    estimate: Estimate | None


@dataclass(frozen=True, slots=True)
class Expected:
    """What all readers of a batch will still cost in US$, with a margin (95 %)."""

    cost: float
    margin: float


@dataclass(frozen=True, slots=True)
class Costs:
    spent: Spent
    ceiling: float | None
    per_card: float | None
    per_verified: float | None
    estimate: Estimate | None
    readers: tuple[ReaderCosts, ...] = ()
    expected: Expected | None = None
    """None while it is not known of a reader that has cards left."""


def of_reader(session: Session, name: str, engine: str, model: str | None, readers: Readers) -> Costs:
    """As ``of_batch``, of one reader of the batch: spent by it, and for the cards that it has not read."""
    batch = records.require_batch(session, name)
    spent = readings.spent(session, batch.id, engine, model)
    left = batch.total - len(passes.has_read(session, batch, engine, model))
    return Costs(
        spent=spent,
        ceiling=ceiling_of(batch.options),
        per_card=spent.cost / spent.priced if spent.priced else None,
        per_verified=spent.cost / batch.reviewed if spent.priced and batch.reviewed else None,
        estimate=_estimate(spent, left, readers.places(engine)),
    )


def of_batch(session: Session, name: str, readers: Readers) -> Costs:
    """All readers together, and each of them. Raises ``NotFound``."""
    batch = records.require_batch(session, name)
    by_reader = readings.spent_by_reader(session, batch.id)
    spent = readings.together(by_reader.values())
    read = batch.done + batch.failed
    known = spent.cost if spent.priced else None
    own = _of_readers(session, batch, by_reader, readers)
    return Costs(
        spent=spent,
        ceiling=ceiling_of(batch.options),
        per_card=known / read if known is not None and read else None,
        per_verified=known / batch.reviewed if known is not None and batch.reviewed else None,
        estimate=own[0].estimate,
        readers=tuple(own),
        expected=_expected(own),
    )


def _of_readers(
    session: Session, batch: Batch, by_reader: Mapping[passes.Reader, Spent], readers: Readers
) -> list[ReaderCosts]:
    """The first reader, the further ones, then others that have read some time."""
    wanted = [
        (engine, model or readers.own_model(engine))
        for engine, model in [(batch.engine, batch.model), *passes.further_of(batch.options)]
    ]
    others = [one for one in by_reader if not any(passes.same(one, each) for each in wanted)]
    found = []
    for place, (engine, model) in enumerate([*wanted, *others]):
        spent = readings.together(own for one, own in by_reader.items() if passes.same(one, (engine, model)))
        left = 0 if place >= len(wanted) else batch.total - batch.done - batch.failed
        if 0 < place < len(wanted):
            left = _left_beside(session, batch, (engine, model), spent)
        free = not readers.works_elsewhere(engine)
        found.append(ReaderCosts(engine, model, spent, left, free, _estimate(spent, left, readers.places(engine))))
    return found


def _left_beside(session: Session, batch: Batch, reader: passes.Reader, spent: Spent) -> int:
    """Cards that a further reader has yet to read. While the batch is read, its readings are counted and not looked
    into."""
    state = passes.state(session, batch)
    if state is not None and passes.same((state.engine, state.model), reader):
        return state.left
    if not spent.readings or batch.status in batch_manager.ACTIVE:
        has = spent.cards
    else:
        has = len(passes.has_read(session, batch, *reader))
    return max(0, batch.total - batch.failed - has)


def _expected(own: Sequence[ReaderCosts]) -> Expected | None:
    cost = square = 0.0
    for one in own:
        if one.free or not one.left:
            continue
        if one.estimate is None or one.estimate.cost is None:
            return None
        cost += one.estimate.cost
        square += (one.estimate.margin or 0.0) ** 2
    return Expected(cost, math.sqrt(square))


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
