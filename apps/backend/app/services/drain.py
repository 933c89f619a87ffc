"""One run of one batch: one thread, a few places, every reading kept before its place is free.

What shows the readings (card, cells, counts) follows a moment later, for several together.
"""

from __future__ import annotations

import contextlib
import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import CancelledError, Executor, Future
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from app.core.errors import AppError, JsonValue, NoSpace
from app.db import batches, cards, images, readings
from app.db.session import Database
from app.engines.base import (
    Adjustable,
    Cancelled,
    Card,
    CardImage,
    Engine,
    EngineDown,
    EngineError,
    Remote,
)
from app.models import tables
from app.models.enums import BatchStatus
from app.models.record import FieldSpec, Page
from app.services import batch_manager, cleaning, folders, results, schemata, worker
from app.services.budget import Budget, ceiling_of
from app.services.checkpoint import Publisher
from app.services.folders import BatchFolder
from app.services.results import Failure, Stored
from app.services.slots import Slots
from app.services.worker import POLL, StopToken, Watch

log = logging.getLogger(__name__)

PAGE = 64
"""Cards fetched from the database at a time: 50,000 cards cost the memory of these."""
SPACE_EVERY = 2.0
SHOW_EVERY = 0.5
SHOW_MOST = 32
"""Seconds, and cards, between two transactions that show what was read; the first reading is shown at once."""
SETTLE_AGAIN = 1.0


@dataclass(frozen=True, slots=True)
class Limits:
    """``read_timeout`` seconds for one card; ``grace`` seconds for cards in flight when stopped."""

    read_timeout: float = 120.0
    grace: float = 10.0
    min_free_bytes: int = 0
    max_abandoned: int = 4


@dataclass(frozen=True, slots=True)
class Progress:
    """What a listener of a run is told after each transaction."""

    batch: str
    stored: tuple[Stored, ...]
    total: int
    done: int
    failed: int


@dataclass(slots=True, kw_only=True)
class Workplace:
    """What every run works with. ``stopping``: the process is being stopped."""

    database: Database
    batches_dir: Path
    engines: Callable[[str], Engine]
    executor: Executor
    slots: Slots
    publisher: Publisher
    limits: Limits = field(default_factory=Limits)
    listener: Callable[[Progress], None] = lambda _progress: None
    stopping: threading.Event = field(default_factory=threading.Event)
    elsewhere: dict[str, Slots] = field(default_factory=dict)
    """Places of readers whose work is done on other machines, by reader."""

    def engine_for(self, name: str, model: str | None, options: Mapping[str, JsonValue]) -> Engine:
        """A reader, adjusted to a batch's model and options. Raises ``EngineDown``."""
        engine = self.engines(name)
        return engine.adjusted(model, options) if isinstance(engine, Adjustable) else engine

    def slots_for(self, engine: Engine) -> Slots:
        return (
            self.elsewhere.setdefault(engine.name, Slots(engine.places)) if isinstance(engine, Remote) else self.slots
        )


@dataclass(slots=True)
class _Flight:
    card: tables.Card
    began: float
    watch: Watch

    def seconds(self, moment: float) -> float:
        """The card's own time: waits that a provider asked for do not count."""
        return moment - self.began - self.watch.waited()


class Run:
    """One drain of one batch."""

    def __init__(
        self,
        home: Workplace,
        name: str,
        cancel: threading.Event,
        only: Collection[int] | None,
        after: BatchStatus | None,
    ) -> None:
        self.home = home
        self.name = name
        self.cancel = cancel
        self.only = only
        self.after = after
        self.folder = BatchFolder(home.batches_dir / name)
        self.halt = threading.Event()
        """Set when the reader is down: cards in flight are not waited for."""
        self.token = StopToken(cancel, home.stopping)
        self.slots = home.slots
        self.patience = home.limits.read_timeout
        self.budget = Budget(None)
        self.words: dict[int, tuple[Page, ...]] = {}
        self.signals: queue.SimpleQueue[Future[tables.Reading] | None] = queue.SimpleQueue()
        self.in_flight: dict[Future[tables.Reading], _Flight] = {}
        self.ready: deque[tables.Card] = deque()
        self.finished: deque[Future[tables.Reading]] = deque()
        self.kept: list[tables.Reading] = []
        self.shown = 0.0
        self.asked = False
        self.granted = 0
        self.abandoned = 0
        self.pause_reason: str | None = None
        self.fence = 0
        self.reader: tuple[str, str | None] = ("", None)
        self.schema: tuple[FieldSpec, ...] = ()
        self.sides: dict[int, list[tables.Image]] = {}

    def drain(self, *, resume: bool) -> BatchStatus:
        batch = batch_manager.begin_run(self.home.database, self.name, resume=resume, batches_dir=self.home.batches_dir)
        self.fence, self.schema = batch.run, schemata.specs(batch.fields)
        if batch.status == BatchStatus.CANCELLING:
            self.cancel.set()
        ended = False
        try:
            if resume:
                self._recall(batch)
            engine = self._prepare(batch)
            self._loop(batch, engine)
            ended = True
        except EngineDown as error:
            self.pause_reason = str(error)
        except (AppError, SQLAlchemyError, OSError) as error:
            log.exception("run of %s stopped", self.name)
            self.pause_reason = _reason(error)
        finally:
            if not ended and self.pause_reason is None:
                self.pause_reason = "An error of ours stopped the run; see the log, then resume."
            self._leave()
            self._show_rest()
            status = self._settle()
        return status

    def _prepare(self, batch: tables.Batch) -> Engine:
        engine = self.home.engine_for(batch.engine, batch.model, batch.options)
        self.reader = (engine.name, engine.model)
        self.slots = self.home.slots_for(engine)
        if isinstance(engine, Remote):
            self.patience = engine.seconds_per_card
            with self.home.database.reading() as session:
                spent = readings.spent(session, batch.id)
            self.budget = Budget(ceiling_of(batch.options), spent=spent.cost, priced=spent.priced)
        return engine

    # the loop

    def _loop(self, batch: tables.Batch, engine: Engine) -> None:
        waiting = self._pending(batch)
        looked = time.monotonic()
        exhausted = False
        while True:
            if not exhausted and not self.ready and not self._must_end():
                exhausted = not self._refill(waiting)
            if self.ready and not self._must_end() and self._may_begin():
                self._ask()
            elif not self.in_flight:
                return
            if self.kept and self._show_is_due():
                self._show()
            self._take(engine)
            if time.monotonic() - looked > SPACE_EVERY:
                looked = time.monotonic()
                folders.require_space(self.home.batches_dir, self.home.limits.min_free_bytes)

    def _must_end(self) -> bool:
        return self.token.is_set() or self.pause_reason is not None

    def _may_begin(self) -> bool:
        """False when one more card might pass the ceiling; with none in flight, the batch pauses then."""
        if self.budget.may_begin(len(self.in_flight)):
            return True
        if not self.in_flight:
            self.pause_reason = self.pause_reason or self.budget.reason()
        return False

    def _refill(self, waiting: Iterator[list[tables.Card]]) -> bool:
        page = next(waiting, [])
        self.ready.extend(page)
        return bool(page)

    def _pending(self, batch: tables.Batch) -> Iterator[list[tables.Card]]:
        after = ""
        while True:
            with self.home.database.reading() as session:
                page = cards.pending(session, batch.id, after=after, limit=PAGE)
                chosen = [card for card in page if self.only is None or card.id in self.only]
                self.sides = images.of_cards(session, [card.id for card in chosen])
                if self.slots is not self.home.slots:
                    self.words = readings.words(session, [card.id for card in chosen])
            if not page:
                return
            after = page[-1].order_key
            if chosen:
                yield chosen

    def _ask(self) -> None:
        """Ask for one place at a time, so that batches take turns."""
        if not self.asked:
            self.asked = True
            self.slots.ask(self._grant)

    def _grant(self) -> None:
        self.signals.put(None)

    def _take(self, engine: Engine) -> None:
        """Wait for a finished card or a free place; fill places first, then keep one reading.

        One reading a transaction: its place is free as soon as it is kept, so cards that were begun together
        drift apart, and no reader waits for the storing of seven others.
        """
        for signal in self._signals():
            if signal is None:
                self.asked = False
                self.granted += 1
            elif signal in self.in_flight:
                self.finished.append(signal)
        while self.granted and self.ready and not self._must_end() and self._may_begin():
            self.granted -= 1
            self._submit(self.ready.popleft(), engine)
        for _ in range(self.granted):
            self.slots.give_back()
        self.granted = 0
        if self.finished:
            self._store(self.finished.popleft())
        self._abandon_late()

    def _signals(self) -> list[Future[tables.Reading] | None]:
        """What came in: finished cards, and None for a free place. Waits a moment when there is nothing to store."""
        found: list[Future[tables.Reading] | None] = []
        with contextlib.suppress(queue.Empty):
            if not self.finished:
                found.append(self.signals.get(timeout=POLL))
            while True:
                found.append(self.signals.get_nowait())
        return found

    def _submit(self, row: tables.Card, engine: Engine) -> None:
        card = Card(
            batch=self.name,
            filename=row.filename,
            images=tuple(
                CardImage(i.filename, self.folder.locate(i.filename, i.folder) or self.folder.image(i.filename))
                for i in self.sides.get(row.id, [])
            ),
            schema=self.schema,
            words=self.words.get(row.id, ()),
        )
        watch = Watch(self.cancel, self.home.stopping, self.halt)
        future = self.home.executor.submit(worker.read, engine, card, row.id, watch)
        self.in_flight[future] = _Flight(row, time.monotonic(), watch)
        future.add_done_callback(self.signals.put)

    # outcomes

    def _store(self, future: Future[tables.Reading]) -> None:
        flight = self.in_flight.get(future)
        if flight is None:
            return  # given up meanwhile
        try:
            reading = self._outcome(future, flight)
            if reading is not None:
                self._keep(reading)
        finally:
            del self.in_flight[future]
            self.slots.give_back()

    def _outcome(self, future: Future[tables.Reading], flight: _Flight) -> tables.Reading | None:
        """None when the card stays pending."""
        try:
            return future.result()
        except (Cancelled, CancelledError):
            return None
        except EngineDown as error:
            self.pause_reason = self.pause_reason or cleaning.text(str(error))
            self.halt.set()
            return None
        except EngineError as error:
            seconds = time.monotonic() - flight.began
            return results.row(flight.card.id, self._failure(str(error), error.cause, seconds, error))
        except Exception as error:  # an engine's bug fails its card, never the drawer
            log.exception("engine failed on %s/%s", self.name, flight.card.filename)
            message, cause = f"The reader stopped with an error of its own ({type(error).__name__}).", "crash"
        seconds = time.monotonic() - flight.began
        return results.row(flight.card.id, self._failure(message, cause, seconds))

    def _failure(self, message: str, cause: str, seconds: float, error: EngineError | None = None) -> Failure:
        failure = Failure(cleaning.text(message), cause, self.reader[0], self.reader[1], seconds)
        if error is None:
            return failure
        return replace(failure, usage=error.usage, raw=cleaning.raw(error.raw))

    def _keep(self, reading: tables.Reading) -> None:
        """The reading alone, durably: its place is free after one short transaction."""
        with self.home.database.session() as session:
            if batches.lock_run(session, self.name) != self.fence:
                self._lost()
                return
            there = readings.keep(session, reading)
        self.budget.add(reading)
        if there:
            self.kept.append(reading)

    def _lost(self) -> None:
        self.pause_reason = self.pause_reason or "The batch was taken over by another run."
        self.kept.clear()

    def _show_is_due(self) -> bool:
        """Not while something waits that would occupy a free place."""
        if len(self.kept) >= SHOW_MOST:
            return True
        return self.signals.empty() and time.monotonic() - self.shown >= SHOW_EVERY

    def _show(self) -> None:
        chosen = self.kept[:SHOW_MOST]
        with self.home.database.session() as session:
            batch = batches.lock(session, self.name)
            if batch is None or batch.run != self.fence:
                self._lost()
                return
            stored = results.show(session, batch, chosen, self.folder)
            read = sum(1 for card in stored if card.success)
            progress = Progress(
                self.name, tuple(stored), batch.total, batch.done + read, batch.failed + len(stored) - read
            )
        del self.kept[: len(chosen)]
        self.shown = time.monotonic()
        self.home.publisher.touch(self.name, running=True)
        self.home.listener(progress)

    def _recall(self, batch: tables.Batch) -> None:
        """Show what an earlier run kept and could not show."""
        with self.home.database.reading() as session:
            self.kept = readings.unshown(session, batch.id)
        while self.kept:
            self._show()

    def _show_rest(self) -> None:
        """At the end of a run, whatever ended it; what cannot be shown now, the next run shows."""
        try:
            while self.kept:
                self._show()
        except (AppError, SQLAlchemyError, OSError) as error:
            log.warning("the last readings of %s are kept but not shown yet: %s", self.name, error)
            self.pause_reason = self.pause_reason or _reason(error)

    def _abandon_late(self) -> None:
        """A reader that hangs loses its card after the deadline; its place is free again."""
        moment = time.monotonic()
        limit = self.home.limits.grace if self.home.stopping.is_set() else self.patience
        late = [f for f, flight in self.in_flight.items() if flight.seconds(moment) > limit and not f.done()]
        for future in late:
            flight = self.in_flight.pop(future)
            self.slots.give_back()
            if future.cancel() or self.token.is_set():
                continue
            self.abandoned += 1
            seconds = round(moment - flight.began)
            message = f"The reader did not answer within {seconds} seconds."
            self._keep(results.row(flight.card.id, self._failure(message, "timeout", seconds)))
        if self.abandoned > self.home.limits.max_abandoned:
            self.pause_reason = f"The reader hangs: {self.abandoned} cards had to be given up."

    # the end

    def _leave(self) -> None:
        """Give back every place, granted or asked for."""
        self.finished.clear()
        if self.asked and not self.slots.withdraw(self._grant):
            for signal in self._signals():
                self.granted += signal is None
        for _ in range(self.granted + len(self.in_flight)):
            self.slots.give_back()
        self.granted = 0
        self.in_flight.clear()

    def _settle(self) -> BatchStatus:
        try:
            self.home.publisher.publish(self.name)
        except (OSError, AppError, SQLAlchemyError) as error:
            log.warning("checkpoint of %s not written: %s", self.name, error)
            self.home.publisher.touch(self.name)
        while True:
            try:
                return batch_manager.end_run(
                    self.home.database,
                    self.name,
                    run=self.fence,
                    cancelled=self.cancel.is_set(),
                    stopped=self.home.stopping.is_set(),
                    pause_reason=self.pause_reason,
                    after=self.after,
                )
            except (AppError, SQLAlchemyError) as error:
                log.warning("status of %s not stored, trying again: %s", self.name, error)
                if self.home.stopping.wait(SETTLE_AGAIN):  # the next start settles it
                    return BatchStatus.INTERRUPTED


def _reason(error: Exception) -> str:
    if isinstance(error, AppError):
        return error.detail
    if isinstance(error, OSError) and error.errno == 28:
        return NoSpace("The disk is full. Free some space, then resume.").detail
    return f"An error of ours stopped the run ({type(error).__name__}); see the log, then resume."
