"""Stored words fielded again with what was learned: new readings, nothing read anew, people's values untouched."""

from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.core.clock import now
from app.core.errors import AppError, Conflict, NotFound
from app.db import batches, cards, learning, readings, reviews, search
from app.db.session import Database
from app.models.folding import sort_key
from app.models.learning_tables import LearnedModel, RefieldedCard, Refielding
from app.models.record import Value
from app.models.tables import Batch, Card, Reading, Review
from app.services import learning as learning_service
from app.services import records, stored_values
from app.services.checkpoint import Publisher
from app.services.learning import Learning

log = logging.getLogger(__name__)
CHUNK = 100
"""Cards sent to a process, and stored in one transaction."""
SAMPLE = 300
"""So many cards tell what a change would do; of fewer all are fielded."""
EXAMPLES = 20
LEARNED = "+learned-"


@dataclass(frozen=True, slots=True)
class Change:
    """One value that would be or was changed."""

    filename: str
    field: str
    before: str | None
    after: str | None

    @property
    def kind(self) -> str:
        if self.before is None:
            return "filled"
        return "emptied" if self.after is None else "changed"


@dataclass(frozen=True, slots=True)
class Preview:
    """What fielding again would do. ``cards`` of ``total`` were tried."""

    cards: int
    total: int
    counts: Mapping[str, int]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class _Task:
    """A card with what is needed to field it again."""

    card: Card
    reading: Reading
    layout: bytes
    rules: tuple[Value, ...] | None
    verdicts: Mapping[str, Review]


class Refielder:
    """Fields drawers again, one at a time, in a thread."""

    def __init__(self, database: Database, learned: Learning, publisher: Publisher) -> None:
        self._database = database
        self._learned = learned
        self._publisher = publisher
        self._threads: dict[int, threading.Thread] = {}
        self._stopping = threading.Event()

    def recover(self) -> None:
        """After a crash: what was stored stays and can be taken back."""
        with self._database.session() as session:
            for row in learning.unfinished(session):
                row.status = "done"

    def stop(self, patience: float) -> None:
        self._stopping.set()
        for thread in list(self._threads.values()):
            thread.join(patience)

    def preview(self, batch_name: str) -> Preview:
        """Try it without storing anything; raises ``Conflict`` when nothing was learned."""
        with self._database.reading() as session:
            batch, _, packed, off = self._what(session, batch_name)
            total = learning.count_open(session, batch.id)
            step = max(1, total // SAMPLE)
            chosen = [task for tasks in _tasks(session, batch) for task in tasks][::step]
        found: list[Change] = []
        for start in range(0, len(chosen), CHUNK):
            part = chosen[start : start + CHUNK]
            for task, values in self._field(packed, off, part):
                found += _changes(task, values)
        return Preview(len(chosen), total, Counter(c.kind for c in found), tuple(found[:EXAMPLES]))

    def begin(self, batch_name: str) -> Refielding:
        """Start fielding all open cards again; the row tells how it goes."""
        with self._database.session() as session:
            batch, model, packed, off = self._what(session, batch_name)
            if any(row.status == "running" for row in learning.refieldings(session, batch.id)):
                raise Conflict("This batch is being fielded again already; wait until it is done.")
            row = Refielding(batch_id=batch.id, version=model.version, status="running", created_at=now())
            session.add(row)
            session.flush()
        thread = threading.Thread(
            target=self._run, args=(batch_name, row.id, model.version, packed, off), name="refield", daemon=True
        )
        self._threads[row.id] = thread
        thread.start()
        return row

    def join(self, refielding_id: int, seconds: float) -> bool:
        thread = self._threads.get(refielding_id)
        if thread is None:
            return True
        thread.join(seconds)
        return not thread.is_alive()

    def take_back(self, batch_name: str, refielding_id: int) -> Refielding:
        """Show the readings from before again, where nothing newer has come since."""
        with self._database.session() as session:
            batch = batches.lock(session, batch_name)
            row = session.get(Refielding, refielding_id)
            if batch is None or row is None or row.batch_id != batch.id:
                raise NotFound("There is no such change in this batch.", code="refielding_not_found")
            if row.status != "done":
                raise Conflict(f"This change is {row.status.replace('_', ' ')} and cannot be taken back.")
            pairs = {one.card_id: one for one in learning.refielded(session, row.id)}
            ids = list(pairs)
            for start in range(0, len(ids), CHUNK):
                chosen = [c for c in cards.by_ids(session, ids[start : start + CHUNK])
                          if c.reading_id == pairs[c.id].after_id]  # fmt: skip
                before = readings.by_ids(session, [pairs[c.id].before_id for c in chosen])
                verdicts = reviews.current(session, [c.id for c in chosen])
                shown = [(c, before[pairs[c.id].before_id], verdicts.get(c.id, {})) for c in chosen
                         if pairs[c.id].before_id in before]  # fmt: skip
                _show(session, batch, [(c, r.id, stored_values.of_reading(r), said, r.text) for c, r, said in shown])
            row.status = "taken_back"
        self._publisher.touch(batch_name)
        return row

    def _what(self, session: Session, batch_name: str) -> tuple[Batch, LearnedModel, bytes, tuple[str, ...]]:
        batch = records.require_batch(session, batch_name)
        model = learning_service.current(session, batch)
        packed = learning.packed(session, model.id) if model is not None else None
        if model is None or packed is None:
            raise Conflict("Nothing has been learned for this batch yet. Verify some cards.", code="nothing_learned")
        return batch, model, packed, tuple(sorted(learning.switched_off(session, model.scope)))

    def _field(
        self, packed: bytes, off: tuple[str, ...], tasks: Sequence[_Task]
    ) -> list[tuple[_Task, tuple[Value, ...]]]:
        by_id = {task.card.id: task for task in tasks}
        sent = [(task.card.id, task.layout, task.rules) for task in tasks]
        return [(by_id[n], values) for n, values in self._learned.workshop.field(packed, off, sent).result()]

    def _run(self, batch_name: str, row_id: int, version: int, packed: bytes, off: tuple[str, ...]) -> None:
        status = "failed"
        try:
            self._drain(batch_name, row_id, version, packed, off)
            status = "done"
        except (AppError, SQLAlchemyError, OSError, RuntimeError, CancelledError) as error:
            log.warning("fielding %s again stopped: %s", batch_name, error)
        finally:
            with self._database.session() as session:
                row = session.get(Refielding, row_id)
                if row is not None:
                    row.status = "done" if row.cards else status
            self._publisher.touch(batch_name)

    def _drain(self, batch_name: str, row_id: int, version: int, packed: bytes, off: tuple[str, ...]) -> None:
        """Two chunks in the processes while one is stored."""
        with self._database.reading() as session:
            batch = records.require_batch(session, batch_name)
            waiting = _tasks(session, batch)
            ahead = []
            for tasks in waiting:
                sent = [(task.card.id, task.layout, task.rules) for task in tasks]
                ahead.append((tasks, self._learned.workshop.field(packed, off, sent)))
                if len(ahead) > 2:
                    tasks_then, future = ahead.pop(0)
                    self._store(batch_name, row_id, version, tasks_then, dict(future.result()))
                if self._stopping.is_set():
                    return
            for tasks_then, future in ahead:
                self._store(batch_name, row_id, version, tasks_then, dict(future.result()))

    def _store(
        self, batch_name: str, row_id: int, version: int, tasks: Sequence[_Task], found: Mapping[int, tuple[Value, ...]]
    ) -> None:
        """New readings for these cards, unless something newer has come meanwhile."""
        with self._database.session() as session:
            batch = batches.lock(session, batch_name)
            row = session.get(Refielding, row_id)
            if batch is None or row is None:
                return
            still = {card.id: card for card in cards.by_ids(session, list(found))}
            tasks = [t for t in tasks if t.card.id in still and still[t.card.id].reading_id == t.reading.id]
            if not tasks:
                return
            verdicts = reviews.current(session, [t.card.id for t in tasks])
            moment = now()
            ids = learning.add_readings(session, [
                {"card_id": t.card.id, "attempt": still[t.card.id].attempts, "engine": t.reading.engine,
                 "model": _model_name(t.reading.model, version), "success": True, "error": None, "cause": None,
                 "duration": 0.0, "created_at": moment, "text": t.reading.text, "layout": t.layout, "raw": None,
                 "values": [records.value_to_json(value) for value in found[t.card.id]]}
                for t in tasks
            ])  # fmt: skip
            session.add_all(
                RefieldedCard(refielding_id=row_id, card_id=t.card.id, before_id=t.reading.id, after_id=new)
                for t, new in zip(tasks, ids, strict=True)
            )
            _show(session, batch, [
                (still[t.card.id], new, found[t.card.id], verdicts.get(t.card.id, {}), t.reading.text)
                for t, new in zip(tasks, ids, strict=True)
            ])  # fmt: skip
            counts = Counter(change.kind for t in tasks for change in _changes(t, found[t.card.id]))
            row.cards += len(tasks)
            row.changed += counts["changed"]
            row.filled += counts["filled"]
            row.emptied += counts["emptied"]


def _model_name(before: str | None, version: int) -> str:
    return f"{(before or '').split(LEARNED)[0]}{LEARNED}{version}"[:200]


def _tasks(session: Session, batch: Batch) -> Iterator[list[_Task]]:
    """Open cards that the built-in reader has read, in chunks."""
    after = ""
    while chosen := learning.open_cards(session, batch.id, after=after, limit=CHUNK):
        after = chosen[-1].order_key
        ids = [card.id for card in chosen]
        words = learning.layouts(session, ids)
        shown = readings.by_ids(session, [card.reading_id for card in chosen if card.reading_id])
        verdicts = reviews.current(session, ids)
        tasks = [
            _Task(card, shown[card.reading_id], words[card.id], _rules(shown[card.reading_id], batch),
                  verdicts.get(card.id, {}))
            for card in chosen
            if card.id in words and card.reading_id in shown and _is_ours(shown[card.reading_id])
        ]  # fmt: skip
        if tasks:
            yield tasks


def _is_ours(reading: Reading) -> bool:
    """What a model of a provider has read stays: the built-in reader does not field it again."""
    return reading.calls is None


def _rules(reading: Reading, batch: Batch) -> tuple[Value, ...] | None:
    """What the rules found, where the reading that is shown is theirs alone."""
    if reading.engine != "local" or LEARNED in (reading.model or ""):
        return None
    values = stored_values.of_reading(reading)
    wanted = [str(field["name"]) for field in batch.fields if isinstance(field, dict)]
    return values if [value.field for value in values] == wanted else None


def _changes(task: _Task, values: Sequence[Value]) -> list[Change]:
    """Values that differ from what is shown, in fields that nobody has judged."""
    before = {value.field: value.text for value in stored_values.of_reading(task.reading)}
    return [
        Change(task.card.filename, value.field, before.get(value.field), value.text)
        for value in values
        if value.field not in task.verdicts and (before.get(value.field) or None) != (value.text or None)
    ]


_Shown = tuple[Card, int, Sequence[Value], Mapping[str, Review], str]


def _show(session: Session, batch: Batch, shown: Sequence[_Shown]) -> None:
    """Let cards show other readings: cells of fields without a verdict, search text, sums."""
    if not shown:
        return
    revision = batches.count(session, batch.id)
    rows: list[dict[str, object]] = []
    pairs, bodies = [], []
    for card, reading_id, values, verdicts, text in shown:
        free = [value for value in values if value.field not in verdicts]
        rows += [
            {"its_card": card.id, "its_field": v.field, "value": v.text, "sort_key": sort_key(v.text),
             "confidence": round(v.confidence, 4)}
            for v in free
        ]  # fmt: skip
        sure = [value.confidence for value in free if value.text is not None]
        pairs.append((card.id, reading_id, round(min(sure), 4) if sure else None))
        said = [records.human_value(review) for review in verdicts.values()]
        words = [v.text for v in free if v.text] + [value for value in said if value]
        bodies.append((card.id, "\n".join([card.filename, *words, text])))
    learning.update_cells(session, rows)
    learning.show(session, revision, pairs)
    search.put(session, batch.id, bodies)
