"""Learning from what people verify: when to train, what to train on, which model holds."""

from __future__ import annotations

import logging
import queue
import random
import threading
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.core.clock import now
from app.core.errors import AppError, Invalid, JsonValue
from app.db import batches, learning, readings
from app.db.session import Database
from app.engines.base import Card
from app.engines.local.fields import Extractor
from app.engines.local.learned import model as models
from app.engines.local.learned import training
from app.engines.local.learned.model import LearnedExtractor
from app.engines.local.learned.work import Verified
from app.models.learning_tables import LearnedModel
from app.models.tables import Batch, Review
from app.services import records, schemata
from app.services.workshop import Workshop

log = logging.getLogger(__name__)
EVERY = 3
"""Cards newly verified or changed after which a model is trained again; a tenth of all, once that is more."""
SHARE, REST = 20, 1.0
"""Looking whether to train takes at most a twentieth of the time, but for a look a second, however fast edits come."""
PATIENCE = 5.0
"""Seconds that a training under way is waited for when the service stops."""
JUDGED = 0.5
"""A card teaches when people have judged at least this share of its fields."""
MOST = 1000
"""Cards a model is trained on; of more, the newest."""


@dataclass(frozen=True, slots=True)
class Taught:
    """A card that may teach. ``newest``: the id of its newest verdict, so that a change is noticed."""

    batch: str
    filename: str
    card_id: int
    newest: int

    def to_json(self) -> JsonValue:
        return [self.batch, self.filename, self.newest]


@dataclass(frozen=True, slots=True)
class Standing:
    """How learning stands for a batch."""

    scope: str
    fields: tuple[str, ...]
    verified: int
    model: LearnedModel | None
    until_next: int
    training: bool
    versions: tuple[LearnedModel, ...]
    off: tuple[str, ...]


def scope_of(batch: Batch) -> str:
    """Batches of one template learn together, others alone."""
    return f"template:{batch.template_id}" if batch.template_id is not None else f"batch:{batch.id}"


class Learning:
    """One background thread that trains; asked by readers for what was learned."""

    def __init__(self, database: Database, workshop: Workshop) -> None:
        self._database = database
        self.workshop = workshop
        self._due: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._waiting: set[str] = set()
        self._guard = threading.Lock()
        self._idle = threading.Condition(self._guard)
        self._ready: dict[tuple[int, tuple[str, ...]], LearnedExtractor] = {}
        self._thread: threading.Thread | None = None
        self._stopped = threading.Event()

    def start(self) -> None:
        self._thread = threading.Thread(target=self._work, name="learning", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        self._due.put(None)
        self.workshop.close()
        if self._thread is not None:  # it may hold a connection, and the database is closed after us
            self._thread.join(PATIENCE)

    # when

    def notice(self, batch_name: str) -> None:
        """People have judged cards of this batch: train if enough is new. Returns at once."""
        if self._thread is None:
            return
        with self._guard:
            if batch_name in self._waiting:
                return
            self._waiting.add(batch_name)
        self._due.put(batch_name)

    def settled(self, seconds: float) -> bool:
        """Wait until nothing is waiting or being trained."""
        with self._idle:
            return self._idle.wait_for(lambda: not self._waiting, seconds)

    def is_busy(self, batch_name: str) -> bool:
        return batch_name in self._waiting

    def _work(self) -> None:
        while (name := self._due.get()) is not None and not self._stopped.is_set():
            began = time.monotonic()
            try:
                self.train_if_due(name)
            except (AppError, SQLAlchemyError, OSError, RuntimeError, ValueError, CancelledError) as error:
                log.warning("no model for %s this time: %s", name, error)
            finally:
                with self._idle:
                    self._waiting.discard(name)
                    self._idle.notify_all()
            self._stopped.wait(min(REST, SHARE * (time.monotonic() - began)))

    def train_if_due(self, batch_name: str) -> LearnedModel | None:
        with self._database.reading() as session:
            batch = records.require_batch(session, batch_name)
            due = _until_next(session, batch) <= 0
        return self.train(batch_name) if due else None

    def train(self, batch_name: str) -> LearnedModel:
        """Train now on all that is verified; raises ``Invalid`` when that is too little."""
        with self._database.reading() as session:
            batch = records.require_batch(session, batch_name)
            schema = schemata.specs(batch.fields)
            scope, taught = scope_of(batch), taught_cards(session, batch)[-MOST:]
            cards = verified(session, schemata.names(batch.fields), taught)
        if len(cards) < training.LEAST_EXAMPLES:
            raise Invalid(
                f"There are {len(cards)} verified cards with stored words; learning begins with "
                f"{training.LEAST_EXAMPLES}. Verify some more.",
                code="too_few_examples",
                params={"cards": len(cards), "least": training.LEAST_EXAMPLES},
            )
        made = self.workshop.train(schema, cards)
        with self._database.session() as session:
            return learning.keep(
                session,
                LearnedModel(
                    scope=scope, version=0, created_at=now(), cards=len(cards), seconds=round(made.seconds, 2),
                    fields=list(batch.fields), examples=[one.to_json() for one in taught], summary=made.summary,
                    predicted=made.predicted, packed=made.packed,
                ),
            )  # fmt: skip

    # what holds

    def standing(self, session: Session, batch: Batch) -> Standing:
        scope = scope_of(batch)
        model = current(session, batch)
        return Standing(
            scope=scope,
            fields=tuple(schemata.names(batch.fields)),
            verified=len(taught_cards(session, batch)),
            model=model,
            until_next=max(0, _until_next(session, batch)),
            training=self.is_busy(batch.name),
            versions=tuple(v for v in learning.versions(session, scope) if _same_fields(v, batch)),
            off=tuple(learning.switched_off(session, scope)),
        )

    def for_reading(self, card: Card) -> tuple[Extractor, str] | None:
        """What was learned for the batch of a card about to be read, and its name; None: the rules alone."""
        with self._database.reading() as session:
            batch = batches.get(session, card.batch)
            model = current(session, batch) if batch is not None else None
            if batch is None or model is None or schemata.specs(batch.fields) != tuple(card.schema):
                return None
            extractor = self.extractor(session, batch, model)
        return (extractor, label_of(model)) if extractor is not None else None

    def extractor(self, session: Session, batch: Batch, model: LearnedModel) -> LearnedExtractor | None:
        off = tuple(learning.switched_off(session, scope_of(batch)))
        key = (model.id, off)
        if key not in self._ready:
            packed = learning.packed(session, model.id)
            if packed is None:
                return None
            try:
                made = LearnedExtractor(models.unpack(packed), off)
            except ValueError:
                return None
            if len(self._ready) > 8:
                self._ready.clear()
            self._ready[key] = made
        return self._ready[key]


def label_of(model: LearnedModel) -> str:
    """How a reading names the model that fielded it."""
    return f"learned-{model.version}"


def current(session: Session, batch: Batch) -> LearnedModel | None:
    """The newest model, if it was trained for the fields that the batch has now."""
    model = learning.latest(session, scope_of(batch))
    return model if model is not None and _same_fields(model, batch) else None


def _same_fields(model: LearnedModel, batch: Batch) -> bool:
    return schemata.specs(model.fields) == schemata.specs(batch.fields)


def _until_next(session: Session, batch: Batch) -> int:
    """How many more cards until the next training; 0 or less: now."""
    taught = taught_cards(session, batch)
    model = current(session, batch)
    if model is None:
        return training.LEAST_EXAMPLES - len(taught)
    known = {tuple(one) for one in model.examples if isinstance(one, list)}
    fresh = sum((one.batch, one.filename, one.newest) not in known for one in taught)
    return max(EVERY, model.cards // 10) - fresh


def taught_cards(session: Session, batch: Batch) -> list[Taught]:
    """Cards of the scope on which people have judged enough, the oldest verdicts first."""
    fields = schemata.names(batch.fields)
    own = {
        b.id: b.name
        for b in learning.batches_of(session, scope_of(batch))
        if set(schemata.names(b.fields)) >= set(fields)
    }
    judged = learning.judged_cards(session, list(own), fields, JUDGED * len(fields)) if fields else []
    return [Taught(own[batch_id], filename, card_id, newest) for batch_id, filename, card_id, newest in judged]


def verified_here(session: Session, batch: Batch) -> list[Taught]:
    """Those of the batch itself."""
    return [one for one in taught_cards(session, batch) if one.batch == batch.name]


def verified(
    session: Session, fields: Sequence[str], taught: Sequence[Taught], as_of: datetime | None = None
) -> list[Verified]:
    """What these cards teach; ``as_of``: as it was known at that moment."""
    found = []
    for start in range(0, len(taught), 500):
        part = taught[start : start + 500]
        ids = [one.card_id for one in part]
        words = learning.layouts(session, ids)
        until = {one.card_id: one.newest for one in part} if as_of is not None else None
        verdicts = learning.by_people(session, ids, until)
        for one in part:
            if one.card_id in words:
                said = verdicts[one.card_id]
                values = {f: records.human_value(said[f]) for f in fields if f in said}
                guessed = _guessed(session, one.card_id, fields, said, as_of)
                found.append(Verified(f"{one.batch}/{one.filename}", words[one.card_id], values, guessed))
    return found


def _guessed(
    session: Session, card_id: int, fields: Sequence[str], said: Mapping[str, Review], as_of: datetime | None
) -> dict[str, str | None]:
    """What the newest reading that was not made beside says of the fields that nobody has judged."""
    if all(field in said for field in fields):
        return {}
    known = [
        one
        for one in readings.of_card(session, card_id)
        if not one.beside and (as_of is None or one.created_at <= as_of)
    ]
    told = {str(v["field"]): v["text"] for v in known[-1].values if isinstance(v, dict)} if known else {}
    return {f: t if isinstance(t := told.get(f), str) else None for f in fields if f not in said}


def to_verify(session: Session, batch: Batch, count: int, seed: int) -> list[str]:
    """Cards to verify next so that most is learned: spread over the drawer, one at random from each part."""
    waiting = learning.open_cards(session, batch.id, limit=100_000)
    if not waiting:
        return []
    dice = random.Random(seed)  # noqa: S311 - a choice, not a secret
    size = max(1, -(-len(waiting) // count))
    return [dice.choice(waiting[start : start + size]).filename for start in range(0, len(waiting), size)]
