"""Readers and mixes of them compared on verified cards: measured in the background, kept, and told apart by a test."""

from __future__ import annotations

import itertools
import logging
import random
import threading
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import CancelledError
from dataclasses import asdict, dataclass
from typing import TypeVar

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.core.clock import now
from app.core.errors import AppError, Conflict, JsonValue
from app.db import cards, comparisons, readings
from app.db.session import Database
from app.engines.referee import mixes, training
from app.engines.referee.mixes import Measured, Mix, Sure
from app.engines.referee.work import LOCAL, Told
from app.models.comparison_schemas import MixesWanted, PlannedReader
from app.models.learning_tables import Comparison
from app.models.record import FieldSpec
from app.models.tables import Batch
from app.services import called, judging, learning, records, schemata, side_by_side, stored_values
from app.services.fielding import REFEREE
from app.services.learning import Taught
from app.services.readers import Readers
from app.services.workshop import Workshop

log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Plan:
    """``cards``: whose truth is known; ``readers``: each with the cards that it lacks; ``left_out``: cards that were
    named and have no truth."""

    verified: int
    cards: tuple[Told, ...]
    readers: tuple[PlannedReader, ...]
    left_out: tuple[str, ...] = ()


class Comparisons:
    """Measures one mix after the other in the workshop's processes, in a thread of each comparison's own."""

    def __init__(self, database: Database, workshop: Workshop, readers: Readers) -> None:
        self._database = database
        self._workshop = workshop
        self._readers = readers
        self._threads: dict[int, threading.Thread] = {}
        self._stopping = threading.Event()

    def recover(self) -> None:
        with self._database.session() as session:
            comparisons.end_unfinished(session)

    def stop(self, patience: float) -> None:
        self._stopping.set()
        for thread in list(self._threads.values()):
            thread.join(patience)

    def join(self, comparison_id: int, seconds: float) -> bool:
        thread = self._threads.get(comparison_id)
        if thread is not None:
            thread.join(seconds)
        return thread is None or not thread.is_alive()

    def plan(self, batch_name: str, wanted: MixesWanted) -> Plan:
        """What would be measured, and which readers have yet to read for it."""
        with self._database.reading() as session:
            return self._plan(session, records.require_batch(session, batch_name), wanted)

    def begin(self, batch_name: str, wanted: MixesWanted) -> Comparison:
        """Raises ``Conflict`` when all readers have read fewer than five of the cards."""
        with self._database.session() as session:
            batch = records.require_batch(session, batch_name)
            plan = self._plan(session, batch, wanted)
            missing = {name for reader in plan.readers for name in reader.missing}
            shared = tuple(card for card in plan.cards if card.key not in missing)
            if not plan.readers or len(shared) < training.LEAST:
                raise Conflict(
                    f"There are {len(shared)} cards whose values are known and that all these readers have read; a "
                    f"comparison begins with {training.LEAST}.",
                    code="too_few_cards",
                )
            if any(row.status == "running" for row in comparisons.of_batch(session, batch.id)):
                raise Conflict("Readers of this batch are being compared already; wait until it is done.")
            chosen = mixes.of([reader.reader for reader in plan.readers], words=any(card.layout for card in shared))
            sure = _sure(session, batch, shared)
            row = Comparison(
                batch_id=batch.id, created_at=now(), status="running", cards=len(shared), steps=len(chosen), step=0,
                against="verified" if wanted.truth is None else "truth", choice=_kept(wanted), result=[],
            )  # fmt: skip
            comparisons.add(session, row)
            prices = {reader.reader: reader for reader in self._known(session, batch)}
            job = _Job(schemata.specs(batch.fields), shared, sure, tuple(chosen), prices)
        thread = threading.Thread(target=self._run, args=(row.id, job), name="compare", daemon=True)
        self._threads[row.id] = thread
        thread.start()
        return row

    def _plan(self, session: Session, batch: Batch, wanted: MixesWanted) -> Plan:
        verified = learning.verified_here(session, batch)
        asked_for = wanted.truth if wanted.truth is not None else wanted.cards or ()
        known_as = called.of_batch(session, batch) if asked_for else {}
        by_card = called.by_card(known_as, {name: name for name in asked_for})
        if wanted.truth is not None:
            chosen = _of_truth(session, batch, called.by_card(known_as, wanted.truth))
        else:
            chosen = judging.told_of(session, batch, _chosen(session, batch, verified, wanted, by_card))
        known = {reader.reader: reader for reader in self._known(session, batch)}
        if wanted.readers is not None:
            asked = [(one.engine, one.model) for one in wanted.readers]
            for one in asked:
                self._readers.require(*one)
            named = {side_by_side.name_of(*one): one for one in asked}
            known = {name: known.get(name) or self._unknown(name, *one) for name, one in named.items()}
        found = [_lacking(reader, chosen) for reader in known.values()]
        there = {card.key for card in chosen}
        left_out = tuple(name for card, name in by_card.items() if card not in there)
        return Plan(len(verified), tuple(chosen), tuple(found), left_out)

    def _known(self, session: Session, batch: Batch) -> list[PlannedReader]:
        """Readers of the batch with what a card takes them; the built-in one costs nothing."""
        by_name: dict[str, list[readings.ReaderUse]] = {}
        for use in readings.uses(session, batch.id):
            by_name.setdefault(side_by_side.name_of(use.engine, use.model), []).append(use)
        by_name.pop(REFEREE, None)
        found = []
        for name, uses in by_name.items():
            timed = [use for use in uses if use.seconds > 0]
            priced = [(use.cost, use.cards) for use in uses if use.cost is not None]
            count = sum(use.cards for use in timed)
            found.append(
                PlannedReader(
                    reader=name, engine=uses[0].engine, model=side_by_side.model_of(uses[0].model), missing=[],
                    leaves_machine=self._readers.leaves_machine(uses[0].engine),
                    seconds=sum(use.seconds * use.cards for use in timed) / count if count else None,
                    cost=0.0 if name == LOCAL else
                         sum(c for c, _ in priced) / sum(n for _, n in priced) if priced else None,
                )
            )  # fmt: skip
        return found

    def _unknown(self, name: str, engine: str, model: str | None) -> PlannedReader:
        return PlannedReader(
            reader=name, engine=engine, model=model, leaves_machine=self._readers.leaves_machine(engine),
            missing=[], seconds=None, cost=0.0 if name == LOCAL else None,
        )  # fmt: skip

    def _run(self, row_id: int, job: _Job) -> None:
        status = "failed"
        try:
            futures = [self._workshop.measure(job.schema, job.cards, job.sure, mix) for mix in job.chosen]
            result: list[JsonValue] = []
            for future in futures:
                result.append(job.told(future.result()))
                with self._database.session() as session:
                    comparisons.advance(session, row_id, result)
                if self._stopping.is_set():
                    return
            status = "done"
        except (AppError, SQLAlchemyError, OSError, RuntimeError, CancelledError) as error:
            log.warning("comparison %s stopped: %s", row_id, error)
        finally:
            with self._database.session() as session:
                comparisons.end(session, row_id, status)


@dataclass(frozen=True, slots=True)
class _Job:
    schema: tuple[FieldSpec, ...]
    cards: tuple[Told, ...]
    sure: Sure
    chosen: tuple[Mix, ...]
    readers: Mapping[str, PlannedReader]

    def told(self, found: Measured) -> JsonValue:
        """A measured mix as it is kept, with what its readers take in time and money."""
        own = [self.readers.get(name) or _plain(name) for name in found.mix.readers]
        kept: dict[str, JsonValue] = {**asdict(found), "key": found.mix.key, "way": found.mix.way}
        del kept["mix"]
        kept["calibration_error"] = kept.pop("error")
        seconds, costs = [one.seconds for one in own], [one.cost for one in own]
        kept["seconds"] = sum(s for s in seconds if s is not None) if None not in seconds else None
        kept["cost"] = 1000 * sum(c for c in costs if c is not None) if None not in costs else None
        kept["readers"] = [one.model_dump(include={"reader", "engine", "model", "leaves_machine"}) for one in own]
        return kept


def _plain(name: str) -> PlannedReader:
    """The built-in reader where only its words were used."""
    return PlannedReader(reader=name, engine=name, model=None, leaves_machine=False, missing=[], seconds=0, cost=0)


def _chosen(
    session: Session, batch: Batch, verified: Sequence[Taught], wanted: MixesWanted, picked: Iterable[str]
) -> Sequence[Taught]:
    """The newest verified cards, those picked by hand, or one from each of so many even parts of the drawer."""
    match wanted.by:
        case "hand":
            by_name = {one.filename: one for one in verified}
            return [by_name[name] for name in picked if name in by_name]
        case "random":
            here = {one.card_id: one for one in verified}
            ordered = [here[card_id] for card_id in cards.all_ids(session, batch.id) if card_id in here]
            return drawn(ordered, wanted.size, wanted.seed)
        case _:
            return verified[-wanted.size :]


def drawn(found: Sequence[T], size: int, seed: int) -> list[T]:
    """One of each of ``size`` parts of about the same length, in order; all, where there are no more."""
    if len(found) <= size:
        return list(found)
    dice = random.Random(seed)  # noqa: S311 - a draw that can be repeated, no secret
    ends = [len(found) * n // size for n in range(size + 1)]
    return [found[dice.randrange(start, end)] for start, end in itertools.pairwise(ends)]


def _kept(wanted: MixesWanted) -> dict[str, JsonValue]:
    sized = wanted.by in ("newest", "random")
    return {
        "by": wanted.by,
        "size": wanted.size if sized else None,
        "seed": wanted.seed if wanted.by == "random" else None,
    }


def _of_truth(session: Session, batch: Batch, truth: Mapping[str, Mapping[str, str | None]]) -> list[Told]:
    """Cards of a file that says what stands on them, as far as they were read."""
    fields = schemata.names(batch.fields)
    known = {}
    for card in cards.by_filenames(session, batch.id, list(truth)):
        if card.has_record:
            own = {f: v for f, v in truth[card.filename].items() if f in fields}
            known[card.id] = card.filename, own
    return [card for card in judging.told(session, known) if card.verified]


def _lacking(reader: PlannedReader, chosen: Sequence[Told]) -> PlannedReader:
    """The built-in reader needs no more than the words of a card."""
    missing = [
        card.key
        for card in chosen
        if not (reader.reader in dict(card.said) or (reader.reader == LOCAL and card.layout is not None))
    ]
    return reader.model_copy(update={"missing": missing})


def _sure(session: Session, batch: Batch, chosen: Sequence[Told]) -> Sure:
    """How sure each reader said it was."""
    found = []
    rows = cards.by_filenames(session, batch.id, [card.key for card in chosen])
    said = side_by_side.of_cards(session, [card.id for card in rows])
    for card in rows:
        for name, reading in said.get(card.id, {}).items():
            found += [(name, card.filename, v.field, v.confidence) for v in stored_values.of_reading(reading)]
    return tuple(found)
