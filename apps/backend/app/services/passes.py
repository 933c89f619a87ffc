"""Which cards another reader reads beside the first, and how far it has come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy.orm import Session

from app.core.errors import Conflict, JsonValue, NotFound
from app.db import cards, passes, readings
from app.models.schemas import PassRead
from app.models.tables import Batch, Pass
from app.services import schemata

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PassState:
    """How far a reader has come beside the first."""

    engine: str
    model: str | None
    total: int
    done: int
    failed: int

    @property
    def left(self) -> int:
        return self.total - self.done - self.failed


def state(session: Session, batch: Batch) -> PassState | None:
    """None while nobody reads, or will go on to read, beside the first."""
    row = passes.get(session, batch.id)
    return state_of(row) if row is not None and row.planned else None


def state_of(row: Pass) -> PassState:
    return PassState(row.engine, row.model, row.total, row.done, row.failed)


def told(found: PassState | None) -> PassRead | None:
    """As it crosses HTTP and the socket."""
    return PassRead.model_validate(found, from_attributes=True) if found is not None else None


def second_of(options: Mapping[str, JsonValue]) -> tuple[str, str | None] | None:
    """Engine and model of the second reader that the options ask for."""
    given = options.get("second")
    if not isinstance(given, dict) or not isinstance(given.get("engine"), str):
        return None
    model = given.get("model")
    return str(given["engine"]), model if isinstance(model, str) else None


def lacking(session: Session, batch: Batch, engine: str, model: str | None) -> list[tuple[int, str]]:
    """Id and order key of the cards that were read and that this reader has not read for the batch's fields."""
    has = readings.read_by(session, batch.id, engine, model, schemata.names(batch.fields))
    return [(card_id, key) for card_id, key in cards.done_keys(session, batch.id) if card_id not in has]


def expect_second(session: Session, batch: Batch) -> None:
    """At a start: the second reader's pass is noted before anything is read, so that a crash leaves it to be done."""
    row, wanted = passes.get(session, batch.id), second_of(batch.options)
    if row is not None and not row.judge:
        return  # what was asked for by itself is brought to its end first
    if wanted is None:
        passes.drop(session, batch.id)
    elif row is None or row.engine != wanted[0] or wanted[1] not in (None, row.model):
        passes.add(session, batch.id, *wanted, judge=True)


def second_lacks(session: Session, batch: Batch) -> bool:
    """Whether a batch that is read through has cards for its second reader."""
    wanted = second_of(batch.options)
    return wanted is not None and bool(lacking(session, batch, *wanted))


def plan(session: Session, batch: Batch, row: Pass, model: str) -> None:
    """Choose the second reader's cards, now that the first has read them."""
    row.model = model
    passes.plan(session, row, lacking(session, batch, row.engine, model))


def choose(
    session: Session, batch: Batch, reader: tuple[str, str], filenames: Sequence[str] | None, sample: int | None
) -> list[tuple[int, str]]:
    """Cards for a reader asked for by itself. Raises ``NotFound`` for a card, ``Conflict`` when none is left."""
    if filenames is None:
        found = lacking(session, batch, *reader)
    else:
        rows = {card.filename: card for card in cards.by_filenames(session, batch.id, filenames)}
        missing = [name for name in filenames if name not in rows]
        if missing:
            raise NotFound(f"Batch {batch.name!r} has no card called {missing[0]!r}.", code="card_not_found")
        has = readings.read_by(session, batch.id, *reader, schemata.names(batch.fields))
        found = [(card.id, card.order_key) for card in rows.values() if card.id not in has]
    if not found:
        raise Conflict("This reader has read all of these cards already.", code="nothing_to_read")
    return spread(found, sample) if sample is not None else found


def spread(found: Sequence[T], count: int) -> list[T]:
    """So many of them, evenly over their order."""
    step = max(1.0, len(found) / count)
    return [found[int(n * step)] for n in range(min(count, len(found)))]
