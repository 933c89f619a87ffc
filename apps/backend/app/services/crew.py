"""One reader's way through a batch: a few places, every reading kept before its place is free."""

from __future__ import annotations

import contextlib
import logging
import queue
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, replace

from app.db import images, readings
from app.engines.base import Cancelled, Card, CardImage, Engine, EngineDown, EngineError, Remote
from app.models import tables
from app.models.reason import Reason
from app.models.record import Page
from app.services import cleaning, folders, results, worker
from app.services.budget import Budget
from app.services.desks import Desk
from app.services.results import Failure
from app.services.worker import POLL, Watch
from app.services.workplace import Errand

log = logging.getLogger(__name__)

PAGE = 64
"""Cards fetched from the database at a time: 50,000 cards cost the memory of these."""
SPACE_EVERY = 2.0


@dataclass(slots=True)
class _Flight:
    card: tables.Card
    began: float
    watch: Watch

    def seconds(self, moment: float) -> float:
        """The card's own time: waits that a provider asked for do not count."""
        return moment - self.began - self.watch.waited()


class Crew:
    """Takes cards from a desk, has them read, and brings the readings back to it."""

    def __init__(self, errand: Errand, engine: Engine, desk: Desk, budget: Budget) -> None:
        self.errand = errand
        self.home = errand.home
        self.engine = engine
        self.desk = desk
        self.budget = budget
        self.token = errand.token
        self.folder = errand.folder
        self.slots = self.home.slots_for(engine)
        self.patience = engine.seconds_per_card if isinstance(engine, Remote) else self.home.limits.read_timeout
        self.words: dict[int, tuple[Page, ...]] = {}
        self.sides: dict[int, list[tables.Image]] = {}
        self.signals: queue.SimpleQueue[Future[tables.Reading] | None] = queue.SimpleQueue()
        self.in_flight: dict[Future[tables.Reading], _Flight] = {}
        self.ready: deque[tables.Card] = deque()
        self.finished: deque[Future[tables.Reading]] = deque()
        self.asked = False
        self.granted = 0
        self.abandoned = 0

    def work(self) -> None:
        """Until the desk has no more cards, or somebody stops the errand."""
        try:
            self._loop()
        finally:
            self._leave()

    # the loop

    def _loop(self) -> None:
        waiting = self._pages()
        looked = time.monotonic()
        exhausted = False
        while True:
            if not exhausted and not self.ready and not self.errand.must_end():
                exhausted = not self._refill(waiting)
            if self.ready and not self.errand.must_end() and self._may_begin():
                self._ask()
            elif not self.in_flight:
                return
            self.desk.show_if_due(idle=self.signals.empty())
            self._take()
            if time.monotonic() - looked > SPACE_EVERY:
                looked = time.monotonic()
                folders.require_space(self.home.batches_dir, self.home.limits.min_free_bytes)

    def _may_begin(self) -> bool:
        """False when one more card might pass the ceiling; with none in flight, the batch pauses then."""
        if self.budget.may_begin(len(self.in_flight)):
            return True
        if not self.in_flight:
            self.errand.pause(self.budget.reason())
        return False

    def _refill(self, waiting: Iterator[list[tables.Card]]) -> bool:
        page = next(waiting, [])
        self.ready.extend(page)
        return bool(page)

    def _pages(self) -> Iterator[list[tables.Card]]:
        after = ""
        while True:
            with self.home.database.reading() as session:
                page = self.desk.page(session, after=after, limit=PAGE)
                chosen = [card for card in page if self.desk.wants(card)]
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

    def _take(self) -> None:
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
        while self.granted and self.ready and not self.errand.must_end() and self._may_begin():
            self.granted -= 1
            self._submit(self.ready.popleft())
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

    def _submit(self, row: tables.Card) -> None:
        card = Card(
            batch=self.errand.name,
            filename=row.filename,
            images=tuple(
                CardImage(i.filename, self.folder.locate(i.filename, i.folder) or self.folder.image(i.filename))
                for i in self.sides.get(row.id, [])
            ),
            schema=self.errand.schema,
            words=self.words.get(row.id, ()),
        )
        watch = Watch(self.errand.cancel, self.home.stopping, self.errand.halt)
        future = self.home.executor.submit(worker.read, self.engine, card, row.id, watch)
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

    def _keep(self, reading: tables.Reading) -> None:
        self.desk.keep(reading)
        self.budget.add(reading)

    def _outcome(self, future: Future[tables.Reading], flight: _Flight) -> tables.Reading | None:
        """None when the card stays to be read."""
        try:
            return future.result()
        except (Cancelled, CancelledError):
            return None
        except EngineDown as error:
            self.errand.pause(Reason(error.cause, cleaning.text(str(error))))
            self.errand.halt.set()
            return None
        except EngineError as error:
            seconds = time.monotonic() - flight.began
            return results.row(flight.card.id, self._failure(str(error), error.cause, seconds, error))
        except Exception as error:  # an engine's bug fails its card, never the drawer
            log.exception("engine failed on %s/%s", self.errand.name, flight.card.filename)
            message, cause = f"The reader stopped with an error of its own ({type(error).__name__}).", "crash"
        seconds = time.monotonic() - flight.began
        return results.row(flight.card.id, self._failure(message, cause, seconds))

    def _failure(self, message: str, cause: str, seconds: float, error: EngineError | None = None) -> Failure:
        failure = Failure(cleaning.text(message), cause, self.engine.name, self.engine.model, seconds)
        if error is None:
            return failure
        return replace(failure, usage=error.usage, raw=cleaning.raw(error.raw))

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
            says = f"The reader hangs: {self.abandoned} cards had to be given up."
            self.errand.pause_reason = Reason("reader_hangs", says)

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
