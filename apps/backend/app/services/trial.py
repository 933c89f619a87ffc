"""Trying a set-up on a few cards: read now, in the places that runs use, and nothing is stored."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from app.core.errors import Conflict, Invalid, JsonValue, Unavailable, no_image
from app.db import cards, images
from app.engines.base import Cancelled, Card, CardImage, Engine, EngineDown, EngineError, FieldsAgain
from app.models.enums import Pairing
from app.models.record import Reading
from app.models.tables import Batch, Image
from app.models.trials import TryRequest
from app.services import cleaning, pairing, schemata
from app.services.folders import BatchFolder
from app.services.known_words import KnownWords
from app.services.ocr_engine import OcrEngine
from app.services.readers import Readers
from app.services.records import require_batch
from app.services.slots import Slots
from app.services.worker import StopToken, Watch, read_patiently

log = logging.getLogger(__name__)
POLL = 0.1
AT_ONCE = 4
"""Trials at a time; each keeps a thread of the server waiting."""
TRIES = 3
"""A person waits: a busy reader is not asked more often."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One card of a trial, front first: a reading, or why there is none."""

    images: tuple[Image, ...]
    reading: Reading | None
    error: str | None = None
    cause: str | None = None
    duration: float = 0.0
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    engine: str
    model: str
    cards: tuple[Tried, ...]
    duration: float


class _Flight:
    """A card in a worker. Its place is given back once: when it is read, or when it is given up."""

    def __init__(self, sides: tuple[Image, ...], slots: Slots) -> None:
        self.sides = sides
        self.began = time.monotonic()
        self.future: Future[Reading] | None = None
        self.given_up = False
        self.halt = threading.Event()
        self._slots = slots
        self._guard = threading.Lock()
        self._holds = True

    def land(self, _future: object = None) -> None:
        with self._guard:
            held, self._holds = self._holds, False
        if held:
            self._slots.give_back()

    def seconds(self) -> float:
        return time.monotonic() - self.began


class Trials:
    """Reads cards on trial with the workers, places and time limit of the runs."""

    def __init__(self, home: OcrEngine, readers: Readers) -> None:
        self._home = home
        self._readers = readers
        self._known = KnownWords()
        self._turns = threading.BoundedSemaphore(AT_ONCE)

    def read(self, batch_name: str, wanted: TryRequest, cancel: threading.Event) -> Report:
        """Read the chosen cards, or the first, a middle and the last one, and store nothing.

        Raises ``NotFound``, ``Invalid``, ``Conflict`` (the reader cannot be had), ``Unavailable`` (too many trials) and
        ``Cancelled``. What fails on a single card is told with that card.
        """
        if not self._turns.acquire(blocking=False):
            raise Unavailable("Others are trying cards at the moment. Try again in a few seconds.", code="busy")
        try:
            return self._read(batch_name, wanted, cancel)
        finally:
            self._turns.release()

    def _read(self, batch_name: str, wanted: TryRequest, cancel: threading.Event) -> Report:
        began = time.monotonic()
        with self._home.database.reading() as session:
            batch = require_batch(session, batch_name)
            fields = schemata.to_json(wanted.fields) if wanted.fields is not None else batch.fields
            name = wanted.engine or batch.engine
            self._readers.require(name, wanted.model)
            model = wanted.model or (batch.model if name == batch.engine else None)
            options = {**batch.options, **_given(wanted)}
            chosen = _chosen(session, batch, wanted)
        if not fields:
            raise Invalid("There are no fields yet. Name at least one, then try.", code="no_fields")
        try:
            engine = self._home.engine_for(name, model, options)
        except EngineDown as error:
            raise Conflict(str(error), code="engine_down", extra={"cause": error.cause}) from error
        folder = BatchFolder(self._home.batches_dir / batch_name)
        todo = [(sides, _card(folder, sides, fields)) for sides in chosen]
        done = tuple(self._all(todo, engine, cancel))
        return Report(engine.name, engine.model, done, time.monotonic() - began)

    def _all(
        self, todo: Sequence[tuple[tuple[Image, ...], Card]], engine: Engine, cancel: threading.Event
    ) -> list[Tried]:
        token = StopToken(cancel, self._home.stopping)
        found: dict[str, Tried] = {}
        flights: list[tuple[_Flight, Card]] = []
        try:
            for sides, card in todo:
                again = self._from_known(engine, sides, card)
                if again is not None:
                    found[card.filename] = again
                    continue
                slots = self._home.slots_for(engine)
                self._await_place(slots, flights, token)
                flight = _Flight(sides, slots)
                flights.append((flight, card))
                watch = Watch(cancel, self._home.stopping, flight.halt)
                flight.future = self._home.executor.submit(read_patiently, engine, card, watch, TRIES)
                flight.future.add_done_callback(flight.land)
            for flight, card in flights:
                while not self._is_over(flight, token):
                    token.wait(POLL / 4)
                found[card.filename] = self._outcome(flight, card, engine)
        finally:
            for flight, _ in flights:
                flight.land()
        return [found[card.filename] for _, card in todo]

    def _await_place(self, slots: Slots, flights: Sequence[tuple[_Flight, Card]], token: StopToken) -> None:
        """Wait for a place like a run does. Raises ``Cancelled``."""
        granted = threading.Event()
        grant = granted.set
        slots.ask(grant)
        while not granted.wait(POLL):
            for flight, _ in flights:
                self._give_up_late(flight)
            if token.is_set() and slots.withdraw(grant):
                raise Cancelled("The trial was stopped.")

    def _is_over(self, flight: _Flight, token: StopToken) -> bool:
        if token.is_set():
            raise Cancelled("The trial was stopped.")
        self._give_up_late(flight)
        return flight.given_up or (flight.future is not None and flight.future.done())

    def _give_up_late(self, flight: _Flight) -> None:
        """A reader that hangs loses its card; its place is free again."""
        if flight.future is None or flight.future.done() or flight.given_up:
            return
        if flight.seconds() > self._home.limits.read_timeout:
            flight.given_up = True
            flight.halt.set()
            flight.future.cancel()
            flight.land()

    def _outcome(self, flight: _Flight, card: Card, engine: Engine) -> Tried:
        failed = Tried(flight.sides, None, duration=flight.seconds())
        if flight.given_up or flight.future is None:
            message = f"The reader did not answer within {round(failed.duration)} seconds."
            return replace(failed, error=message, cause="timeout")
        try:
            reading = cleaning.reading(flight.future.result())
        except (Cancelled, CancelledError) as error:
            raise Cancelled("The trial was stopped.") from error
        except EngineError as error:
            return replace(failed, error=cleaning.text(str(error)), cause=error.cause)
        except Exception as error:  # an engine's bug fails its card, never the trial
            log.exception("engine failed on trial of %s/%s", card.batch, card.filename)
            message = f"The reader stopped with an error of its own ({type(error).__name__})."
            return replace(failed, error=message, cause="crash")
        self._known.keep(_key(engine, flight.sides), reading)
        return Tried(flight.sides, reading, duration=reading.duration)

    def _from_known(self, engine: Engine, sides: tuple[Image, ...], card: Card) -> Tried | None:
        if not isinstance(engine, FieldsAgain):
            return None
        reading = self._known.get(_key(engine, sides))
        if reading is None:
            return None
        began = time.monotonic()
        again = cleaning.reading(replace(reading, values=engine.field_again(reading.pages, card.schema)))
        return Tried(sides, again, duration=time.monotonic() - began, repeated=True)


def _key(engine: Engine, sides: Sequence[Image]) -> tuple[str, ...]:
    return (engine.name, engine.model, *(image.sha256 for image in sides))


def _card(folder: BatchFolder, sides: Sequence[Image], fields: Sequence[JsonValue]) -> Card:
    return Card(
        batch=folder.name,
        filename=sides[0].filename,
        images=tuple(
            CardImage(i.filename, folder.locate(i.filename, i.folder) or folder.image(i.filename)) for i in sides
        ),
        schema=schemata.specs(fields),
    )


def _chosen(session: Session, batch: Batch, wanted: TryRequest) -> list[tuple[Image, ...]]:
    """The images of each card wanted, front first, with the sides as the wanted options pair them."""
    options = {**batch.options, **_given(wanted)}
    as_stored = _pairing(options) == _pairing(batch.options)
    groups = [] if as_stored else pairing.suppose(images.unread_names(session, batch.id), options)
    if wanted.filenames is not None:
        found = [_around(session, batch, filename, groups) for filename in dict.fromkeys(wanted.filenames)]
    elif groups:
        found = [_sides(session, batch, groups[place]) for place in _places(len(groups))]
    else:
        rows = [cards.nth(session, batch.id, place) for place in _places(batch.total)]
        of_cards = images.of_cards(session, [row.id for row in rows if row is not None])
        found = [tuple(of_cards[row.id]) for row in rows if row is not None and row.id in of_cards]
    if not found:
        raise Invalid("The batch has no images yet. Upload some, then try.", code="no_images")
    return list({sides[0].filename: sides for sides in found}.values())


def _given(wanted: TryRequest) -> dict[str, JsonValue]:
    given: dict[str, JsonValue] = wanted.options.model_dump(mode="json", exclude_unset=True) if wanted.options else {}
    return given


def _pairing(options: dict[str, JsonValue]) -> tuple[JsonValue, JsonValue]:
    kind = options.get("pairing") or Pairing.NONE
    return kind, options.get("pattern") if kind == Pairing.PATTERN else None


def _places(total: int) -> list[int]:
    """The first, a middle and the last of so many; each once."""
    return sorted({0, total // 2, total - 1}) if total > 0 else []


def _around(session: Session, batch: Batch, filename: str, groups: Sequence[list[str]]) -> tuple[Image, ...]:
    """The card that an image belongs to."""
    image = images.by_filename(session, batch.id, filename)
    if image is None:
        raise no_image(batch.name, filename)
    for group in groups:
        if filename in group:
            return _sides(session, batch, group)
    return tuple(images.of_cards(session, [image.card_id])[image.card_id])


def _sides(session: Session, batch: Batch, group: Sequence[str]) -> tuple[Image, ...]:
    rows = images.named(session, batch.id, group)
    return tuple(rows[filename] for filename in group if filename in rows)
