"""What gives stored cards other values: a learned model, or the referee over several readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy.orm import Session

from app.db import learning, readings, reviews
from app.db.readings import LEARNED
from app.models.record import Value
from app.models.tables import Batch, Card, Reading, Review
from app.services import stored_values
from app.services.workshop import Fielded, Workshop

CHUNK = 100
"""Cards sent to a process, and stored in one transaction."""
REFEREE = "referee"


@dataclass(frozen=True, slots=True)
class Task:
    """A card, the reading it shows, and its newest words, if any."""

    card: Card
    reading: Reading
    layout: bytes | None
    verdicts: Mapping[str, Review]


class Fielding(Protocol):
    """One way to field a batch again. ``version``: of the model; 0 for the referee, with the cards it has learned
    from (``taught``)."""

    version: int
    taught: int | None

    def takes(self, task: Task) -> bool:
        """Whether it has anything to say of a card."""
        ...

    def send(self, tasks: Sequence[Task]) -> Future[Fielded]:
        """Values for these cards, made in another process."""
        ...

    def signed(self, reading: Reading) -> tuple[str, str]:
        """Engine and model that the new reading names; ``reading`` is the one before."""
        ...


class ByModel:
    """The built-in reader, as it has learned."""

    taught: int | None = None

    def __init__(self, workshop: Workshop, batch: Batch, version: int, packed: bytes, off: tuple[str, ...]) -> None:
        self.version = version
        self._workshop = workshop
        self._packed = packed
        self._off = off
        self._wanted = [str(field["name"]) for field in batch.fields if isinstance(field, dict)]

    def takes(self, task: Task) -> bool:
        """What a model of a provider has read, or the referee has judged, stays."""
        return task.layout is not None and task.reading.calls is None and task.reading.engine != REFEREE

    def send(self, tasks: Sequence[Task]) -> Future[Fielded]:
        sent = [(task.card.id, task.layout, self._rules(task.reading)) for task in tasks if task.layout is not None]
        return self._workshop.field(self._packed, self._off, sent)

    def signed(self, reading: Reading) -> tuple[str, str]:
        return reading.engine, f"{(reading.model or '').split(LEARNED)[0]}{LEARNED}{self.version}"[:200]

    def _rules(self, reading: Reading) -> tuple[Value, ...] | None:
        """What the rules found, where the reading that is shown is theirs alone."""
        if reading.engine != "local" or LEARNED in (reading.model or ""):
            return None
        values = stored_values.of_reading(reading)
        return values if [value.field for value in values] == self._wanted else None


def tasks(session: Session, batch: Batch, by: Fielding) -> Iterator[list[Task]]:
    """Open cards of which this way has something to say, in chunks."""
    after = ""
    while chosen := learning.open_cards(session, batch.id, after=after, limit=CHUNK):
        after = chosen[-1].order_key
        ids = [card.id for card in chosen]
        words = learning.layouts(session, ids)
        shown = readings.by_ids(session, [card.reading_id for card in chosen if card.reading_id])
        verdicts = reviews.current(session, ids)
        every = [
            Task(card, shown[card.reading_id], words.get(card.id), verdicts.get(card.id, {}))
            for card in chosen
            if card.reading_id in shown
        ]
        wanted = [task for task in every if by.takes(task)]
        if wanted:
            yield wanted
