"""Several readers of one batch: their readings side by side, and the referee that makes one record of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.core.errors import Conflict
from app.db import learning as rows
from app.db import readings
from app.db.readings import ReaderUse
from app.db.session import Database
from app.engines.referee import training
from app.engines.referee.work import Pairs, Report, Told
from app.models.tables import Batch, Reading
from app.services import learning, records, schemata, side_by_side, stored_values
from app.services.fielding import REFEREE, Task
from app.services.learning import Taught
from app.services.workshop import Fielded, Workshop

Said = tuple[tuple[str, Pairs], ...]
NEWEST = 300
"""Verified cards that the referee learns from at most: more teach little and cost minutes."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """``verified``: cards that the comparison rests on. ``needed``: so many more until there is a referee."""

    verified: int
    needed: int
    uses: tuple[ReaderUse, ...]
    report: Report


class ByReferee:
    """Fields cards by what all their readers say."""

    version = 0

    def __init__(self, workshop: Workshop, database: Database, batch: Batch, taught: Sequence[Told]) -> None:
        self._workshop = workshop
        self._database = database
        self._schema = schemata.specs(batch.fields)
        self._taught = tuple(taught)
        self.taught: int | None = len(self._taught)

    def takes(self, task: Task) -> bool:  # noqa: ARG002 - every card has readings
        return True

    def send(self, tasks: Sequence[Task]) -> Future[Fielded]:
        with self._database.reading() as session:
            said = _said(session, [task.card.id for task in tasks])
        cards = [(task.card.id, Told(task.card.filename, task.layout, said.get(task.card.id, ()))) for task in tasks]
        return self._workshop.judge(self._schema, self._taught, cards)

    def signed(self, reading: Reading) -> tuple[str, str]:  # noqa: ARG002 - the same for all
        way = f"{len(self._taught)} cards" if len(self._taught) >= training.LEAST else "vote"
        return REFEREE, way


def _said(session: Session, card_ids: Sequence[int]) -> dict[int, Said]:
    """What readers have said of cards, the newest reading of each reader."""
    return {
        card_id: tuple((name, _pairs(reading)) for name, reading in said.items())
        for card_id, said in side_by_side.of_cards(session, card_ids).items()
    }


def _pairs(reading: Reading) -> Pairs:
    return tuple((value.field, value.text or None) for value in stored_values.of_reading(reading))


def by_referee(workshop: Workshop, database: Database, session: Session, batch: Batch) -> ByReferee:
    """Raises ``Conflict`` when fewer than two readers have read the batch."""
    uses = readings.uses(session, batch.id)
    names = {side_by_side.name_of(use.engine, use.model) for use in uses} - {REFEREE}
    if len(names) < 2:
        raise Conflict("Only one reader has read this batch. Let another read it too, then compare.", code="one_reader")
    return ByReferee(workshop, database, batch, taught(session, batch))


def taught(session: Session, batch: Batch) -> list[Told]:
    """The batch's newest verified cards with what each reader says of them."""
    return told_of(session, batch, learning.verified_here(session, batch)[-NEWEST:])


def told_of(session: Session, batch: Batch, own: Sequence[Taught]) -> list[Told]:
    """These verified cards with what each reader says of them."""
    fields = schemata.names(batch.fields)
    verdicts = rows.by_people(session, [one.card_id for one in own])
    known = {}
    for one in own:
        values = verdicts[one.card_id]
        verified = {field: records.human_value(values[field]) for field in fields if field in values}
        known[one.card_id] = one.filename, verified
    return told(session, known)


def told(session: Session, known: Mapping[int, tuple[str, Mapping[str, str | None]]]) -> list[Told]:
    """Cards with what each reader says of them. ``known``: by card, its name and the values that are true."""
    said, words = _said(session, list(known)), rows.layouts(session, list(known))
    return [
        Told(filename, words.get(card_id), said.get(card_id, ()), tuple(truth.items()))
        for card_id, (filename, truth) in known.items()
    ]


def compare(workshop: Workshop, database: Database, batch_name: str) -> Comparison:
    """What each reader, their vote and the referee reach on the verified cards. Takes seconds."""
    with database.reading() as session:
        batch = records.require_batch(session, batch_name)
        cards, uses = taught(session, batch), readings.uses(session, batch.id)
        schema = schemata.specs(batch.fields)
    report = workshop.compare(schema, cards)
    return Comparison(len(cards), max(0, training.LEAST - len(cards)), tuple(uses), report)
