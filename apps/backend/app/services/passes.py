"""Which cards another reader reads beside the first, and how far it has come."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy.orm import Session

from app.core.errors import Conflict, JsonValue, NotFound
from app.db import cards, passes, readings
from app.engines.vision import prompt
from app.models.schemas import PassRead
from app.models.tables import Batch, Pass
from app.services import schemata

T = TypeVar("T")


Reader = tuple[str, str | None]
"""Engine and model; None: the reader's own."""


@dataclass(frozen=True, slots=True)
class PassState:
    """How far a reader has come beside the first: the ``place``th of so many ``places``. ``judge``: the referee follows
    when the last of them is through."""

    engine: str
    model: str | None
    total: int
    done: int
    failed: int
    judge: bool = False
    place: int = 1
    places: int = 1

    @property
    def left(self) -> int:
        return self.total - self.done - self.failed


def state(session: Session, batch: Batch) -> PassState | None:
    """None while nobody reads, or will go on to read, beside the first."""
    row = passes.get(session, batch.id)
    return state_of(row, batch) if row is not None and row.planned else None


def state_of(row: Pass, batch: Batch) -> PassState:
    wanted = further_of(batch.options) if row.judge else []
    place = place_of(row, wanted)
    return PassState(
        row.engine, row.model, row.total, row.done, row.failed, row.judge,
        place=1 if place is None else place + 1, places=max(1, len(wanted)),
    )  # fmt: skip


def told(found: PassState | None) -> PassRead | None:
    """As it crosses HTTP and the socket."""
    return PassRead.model_validate(found, from_attributes=True) if found is not None else None


# who reads beside the first


def further_of(options: Mapping[str, JsonValue]) -> list[Reader]:
    """The readers beside the first that the options ask for, in their order, each once."""
    given = options.get("second")
    found: list[Reader] = []
    for one in given if isinstance(given, list) else [given]:
        if isinstance(one, dict) and isinstance(one.get("engine"), str):
            model = one.get("model")
            reader = str(one["engine"]), model if isinstance(model, str) else None
            if not any(same(reader, other) for other in found):
                found.append(reader)
    return found


def same(one: Reader, other: Reader) -> bool:
    """Whether both may be one reader: without a model it is the engine's own, whichever that is."""
    return one[0] == other[0] and (one[1] == other[1] or None in (one[1], other[1]))


def choices(readers: Sequence[Reader]) -> JsonValue:
    """As the options keep them: none, one, or a list."""
    kept: list[JsonValue] = [
        {"engine": engine, **({} if model is None else {"model": model})} for engine, model in readers
    ]
    return kept if len(kept) > 1 else kept[0] if kept else None


def place_of(row: Pass, wanted: Sequence[Reader]) -> int | None:
    """Which of the readers wanted a pass is of."""
    fit = [n for n, (engine, model) in enumerate(wanted) if row.engine == engine and model in (None, row.model)]
    return fit[0] if fit else None


def following(row: Pass, batch: Batch) -> Reader | None:
    """Who reads when this pass is over, before the referee."""
    wanted = further_of(batch.options)
    place = place_of(row, wanted)
    return wanted[place + 1] if place is not None and place + 1 < len(wanted) else None


# which cards


def asked_now(batch: Batch) -> set[str]:
    """What its readers are asked as it is set up now, as readings keep it in ``prompt``."""
    fields = schemata.specs(batch.fields)
    found = {schemata.version(fields)}
    with contextlib.suppress(ValueError):  # a prompt that cannot be used has asked nothing
        found.add(prompt.version(fields, batch.options))
    return found


def has_read(session: Session, batch: Batch, engine: str, model: str | None) -> set[int]:
    """Cards that this reader has read as the batch is set up now. Verified cards as examples do not count: they change
    with every card that people verify. Of readings that do not say what was asked, the fields' names must do."""
    names = schemata.names(batch.fields)
    return readings.read_by(session, batch.id, engine, model, names, asked_now(batch))


def lacking(session: Session, batch: Batch, engine: str, model: str | None) -> list[tuple[int, str]]:
    """Id and order key of the cards that were read and that this reader has not read."""
    has = has_read(session, batch, engine, model)
    return [(card_id, key) for card_id, key in cards.done_keys(session, batch.id) if card_id not in has]


def expect_further(session: Session, batch: Batch) -> None:
    """At a start: the next pass is noted before anything is read, so that a crash leaves it to be done."""
    row, wanted = passes.get(session, batch.id), further_of(batch.options)
    if row is not None and not row.judge:
        return  # what was asked for by itself is brought to its end first
    if not wanted:
        passes.drop(session, batch.id)
    elif row is None or place_of(row, wanted) is None:
        passes.add(session, batch.id, *wanted[0], judge=True)


def further_lack(session: Session, batch: Batch) -> bool:
    """Whether a batch that is read through has cards for its further readers."""
    return any(lacking(session, batch, *reader) for reader in further_of(batch.options))


def plan(session: Session, batch: Batch, row: Pass, model: str) -> None:
    """Choose a further reader's cards, now that those before it have read them."""
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
        has = has_read(session, batch, *reader)
        found = [(card.id, card.order_key) for card in rows.values() if card.id not in has]
    if not found:
        raise Conflict("This reader has read all of these cards already.", code="nothing_to_read")
    return spread(found, sample) if sample is not None else found


def spread(found: Sequence[T], count: int) -> list[T]:
    """So many of them, evenly over their order."""
    step = max(1.0, len(found) / count)
    return [found[int(n * step)] for n in range(min(count, len(found)))]
