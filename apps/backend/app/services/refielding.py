"""Stored cards fielded again: new readings, nothing read anew, people's values untouched."""

from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.core.clock import now
from app.core.errors import AppError, Conflict, NotFound
from app.db import batches, cards, learning, readings, reviews, search
from app.db.session import Database
from app.models.folding import sort_key
from app.models.learning_tables import RefieldedCard, Refielding
from app.models.record import Value
from app.models.tables import Batch, Card, Review
from app.services import learning as learning_service
from app.services import records, schemata, side_by_side, stored_values
from app.services.checkpoint import Publisher
from app.services.fielding import CHUNK, ByModel, Fielding, Task, tasks
from app.services.learning import Learning
from app.services.worker import POLL, StopToken
from app.services.workshop import Fielded

log = logging.getLogger(__name__)
SAMPLE = 300
"""So many cards tell what a change would do; of fewer all are fielded."""
EXAMPLES = 20
Maker = Callable[[Session, Batch], Fielding]


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

    def preview(self, batch_name: str, maker: Maker | None = None) -> Preview:
        """Try it without storing anything; raises ``Conflict`` when nothing was learned."""
        with self._database.reading() as session:
            batch = records.require_batch(session, batch_name)
            by = (maker or self._learnt)(session, batch)
            total = learning.count_open(session, batch.id)
            step = max(1, total // SAMPLE)
            chosen = [task for some in tasks(session, batch, by) for task in some][::step]
        found: list[Change] = []
        for start in range(0, len(chosen), CHUNK):
            part = {task.card.id: task for task in chosen[start : start + CHUNK]}
            for number, values in by.send(list(part.values())).result():
                found += _changes(part[number], values)
        return Preview(len(chosen), total, Counter(c.kind for c in found), tuple(found[:EXAMPLES]))

    def begin(self, batch_name: str, maker: Maker | None = None) -> Refielding:
        """Start fielding all open cards again; the row tells how it goes. By what was learned, or by ``maker``."""
        row, by = self._begun(batch_name, maker)
        thread = threading.Thread(target=self._run, args=(batch_name, row.id, by), name="refield", daemon=True)
        self._threads[row.id] = thread
        thread.start()
        return row

    def run(self, maker: Maker, batch_name: str, stop: StopToken) -> bool:
        """In the caller's thread, as ``begin`` does in its own; False when it was stopped before its end.

        Where there is nothing to choose from, since one reader alone gave values, these stay.
        """
        while True:
            try:
                row, by = self._begun(batch_name, maker)
            except Conflict as conflict:
                if conflict.problem_code == "one_reader":
                    return True
                if conflict.problem_code != "refielding" or stop.wait(POLL):
                    return False
            else:
                return self._run(batch_name, row.id, by, stop)

    def _begun(self, batch_name: str, maker: Maker | None) -> tuple[Refielding, Fielding]:
        with self._database.session() as session:
            batch = records.require_batch(session, batch_name)
            by = (maker or self._learnt)(session, batch)
            if any(row.status == "running" for row in learning.refieldings(session, batch.id)):
                raise Conflict("This batch is being fielded again already; wait until it is done.", code="refielding")
            row = Refielding(
                batch_id=batch.id, version=by.version, taught=by.taught, status="running", created_at=now()
            )
            session.add(row)
            session.flush()
        return row, by

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
                raise Conflict(
                    f"This change is {row.status.replace('_', ' ')} and cannot be taken back.",
                    code="not_undoable",
                    params={"status": row.status},
                )
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

    def _learnt(self, session: Session, batch: Batch) -> Fielding:
        model = learning_service.current(session, batch)
        packed = learning.packed(session, model.id) if model is not None else None
        if model is None or packed is None:
            raise Conflict("Nothing has been learned for this batch yet. Verify some cards.", code="nothing_learned")
        off = tuple(sorted(learning.switched_off(session, model.scope)))
        return ByModel(self._learned.workshop, batch, model.version, packed, off)

    def _run(self, batch_name: str, row_id: int, by: Fielding, stop: StopToken | None = None) -> bool:
        status, whole = "failed", False
        try:
            whole = self._drain(batch_name, row_id, by, stop or StopToken(self._stopping))
            status = "done"
        except (AppError, SQLAlchemyError, OSError, RuntimeError, CancelledError) as error:
            log.warning("fielding %s again stopped: %s", batch_name, error)
        finally:
            with self._database.session() as session:
                row = session.get(Refielding, row_id)
                if row is not None:
                    row.status = "done" if row.cards else status
            self._publisher.touch(batch_name)
        return whole

    def _drain(self, batch_name: str, row_id: int, by: Fielding, stop: StopToken) -> bool:
        """Two chunks in the processes while one is stored; False when it was stopped before the end."""
        with self._database.reading() as session:
            batch = records.require_batch(session, batch_name)
            ahead: list[tuple[list[Task], Future[Fielded]]] = []
            for some in tasks(session, batch, by):
                ahead.append((some, by.send(some)))
                if len(ahead) > 2:
                    tasks_then, future = ahead.pop(0)
                    self._store(batch_name, row_id, by, tasks_then, dict(future.result()))
                if stop.is_set():
                    return False
            for tasks_then, future in ahead:
                self._store(batch_name, row_id, by, tasks_then, dict(future.result()))
        return True

    def _store(
        self, batch_name: str, row_id: int, by: Fielding, todo: Sequence[Task], found: Mapping[int, tuple[Value, ...]]
    ) -> None:
        """New readings for these cards, unless something newer has come meanwhile."""
        with self._database.session() as session:
            batch = batches.lock(session, batch_name)
            row = session.get(Refielding, row_id)
            if batch is None or row is None:
                return
            still = {card.id: card for card in cards.by_ids(session, list(found))}
            todo = [t for t in todo if t.card.id in still and still[t.card.id].reading_id == t.reading.id]
            if not todo:
                return
            verdicts = reviews.current(session, [t.card.id for t in todo])
            moment, asked = now(), schemata.version(schemata.specs(batch.fields))
            ids = learning.add_readings(session, [
                {"card_id": t.card.id, "attempt": still[t.card.id].attempts, "engine": engine, "model": model,
                 "success": True, "error": None, "cause": None,
                 "duration": 0.0, "created_at": moment, "text": t.reading.text, "layout": t.layout, "raw": None,
                 "prompt": asked,
                 "values": [records.value_to_json(value) for value in found[t.card.id]]}
                for t in todo
                for engine, model in [by.signed(t.reading)]
            ])  # fmt: skip
            session.add_all(
                RefieldedCard(refielding_id=row_id, card_id=t.card.id, before_id=t.reading.id, after_id=new)
                for t, new in zip(todo, ids, strict=True)
            )
            _show(session, batch, [
                (still[t.card.id], new, found[t.card.id], verdicts.get(t.card.id, {}), t.reading.text)
                for t, new in zip(todo, ids, strict=True)
            ])  # fmt: skip
            side_by_side.note(session, [t.card.id for t in todo])
            counts = Counter(change.kind for t in todo for change in _changes(t, found[t.card.id]))
            row.cards += len(todo)
            row.changed += counts["changed"]
            row.filled += counts["filled"]
            row.emptied += counts["emptied"]


def _changes(task: Task, values: Sequence[Value]) -> list[Change]:
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
