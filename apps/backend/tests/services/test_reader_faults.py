"""Readers that fail in each way, and what the drawer makes of it."""

from __future__ import annotations

import threading
import time

import pytest

from app.engines.base import CancelToken, Card, EngineBusy, EngineDown, UnreadableCard
from app.models.record import Reading
from drawers import House, OpenDrawer
from readers import Double, Failing, Gated, Stubborn, reading_of

NAMES = [f"{n}.jpg" for n in range(8)]


class Flustered(Double):
    """Too busy the first time it is asked for a card."""

    def answer(self, card: Card, cancel: CancelToken) -> Reading:
        if self.calls.count(card.filename) == 1:
            raise EngineBusy("too many at once")
        return reading_of(card)


class Counting(Double):
    """Knows how many cards it has in hand at most."""

    def __init__(self) -> None:
        super().__init__()
        self.now, self.most = 0, 0
        self.order: list[str] = []
        self._count = threading.Lock()

    def answer(self, card: Card, cancel: CancelToken) -> Reading:
        with self._count:
            self.now += 1
            self.most = max(self.most, self.now)
            self.order.append(card.batch)
        time.sleep(0.02)
        with self._count:
            self.now -= 1
        return reading_of(card)


class Stuck(Stubborn):
    """Never answers for these cards."""

    def __init__(self, *filenames: str) -> None:
        super().__init__()
        self.filenames = filenames

    def answer(self, card: Card, cancel: CancelToken) -> Reading:
        return super().answer(card, cancel) if card.filename in self.filenames else reading_of(card)


def test_a_reader_that_is_down_pauses_the_batch_and_fails_no_card(house: House) -> None:
    reader = Failing(lambda card: EngineDown("No credit left at the provider.") if card.filename > "2" else None)
    batch = house.read_by(reader, *NAMES)

    paused = house.run_to_end(batch)

    assert (paused["status"], paused["reason"]) == ("paused", "No credit left at the provider.")
    assert (paused["done"], paused["failed"], paused["pending"]) == (2, 0, 6)
    assert len(reader.calls) <= 2 + 4 + 4
    reader.failure = lambda card: None
    assert house.run_to_end(batch)["done"] == 8
    assert house.get(batch)["reason"] is None


def test_a_busy_reader_is_asked_again(house: House) -> None:
    reader = Flustered()
    batch = house.read_by(reader, "a.jpg", "b.jpg")

    ended = house.run_to_end(batch)

    assert (ended["done"], ended["failed"]) == (2, 0)
    assert sorted(reader.calls) == ["a.jpg", "a.jpg", "b.jpg", "b.jpg"]
    assert house.record(batch, "a.jpg")["attempts"] == 1


def test_a_cancel_ends_the_wait_for_a_busy_reader(house: House) -> None:
    batch = house.read_by(Failing(lambda card: EngineBusy("later")), "a.jpg")
    house.start(batch)

    began = time.monotonic()
    house.client.post(f"/api/v1/batches/{batch}/cancel")
    ended = house.run_to_end(batch, start=False)

    assert (ended["status"], ended["pending"]) == ("cancelled", 1)
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("error", [ValueError("secret detail"), MemoryError(), RecursionError(), KeyError("x")])
def test_a_crash_of_the_reader_fails_its_card_alone(house: House, error: Exception) -> None:
    batch = house.read_by(Failing(lambda card: error if card.filename == "3.jpg" else None), *NAMES)

    ended = house.run_to_end(batch)
    record = house.record(batch, "3.jpg")

    assert (ended["status"], ended["done"], ended["failed"]) == ("completed", 7, 1)
    assert (record["success"], record["cause"]) == (False, "crash")
    assert type(error).__name__ in str(record["error"])
    assert "secret" not in str(record["error"])


def test_what_a_machine_says_is_stored_clean(house: House) -> None:
    class Odd(Double):
        def answer(self, card: Card, cancel: CancelToken) -> Reading:
            said = reading_of(card)
            first = said.values[0]
            odd = type(first)(first.field, "a\x00b\ud800c", float("nan"), first.evidence, first.source)
            return type(said)((odd, *said.values[1:]), "t\x00\udfff", "double", "double-1", 0.1)

    batch = house.read_by(Odd(), "a.jpg")

    assert house.run_to_end(batch)["done"] == 1
    record = house.record(batch, "a.jpg")
    assert record["data"]["Komponist"] == "a\ufffdb\ufffdc"  # type: ignore[index]
    assert record["confidence"]["Komponist"] == 0  # type: ignore[index]
    assert record["text"] == "t\ufffd\ufffd"
    assert house.results(batch)[0]["data"] == record["data"]


def test_a_reader_that_hangs_loses_its_card_and_no_other(open_drawer: OpenDrawer) -> None:
    reader = Stuck("3.jpg")
    drawer = open_drawer(reader, read_timeout=0.5)
    batch = drawer.filled(*NAMES)

    ended = drawer.run_to_end(batch)
    record = drawer.record(batch, "3.jpg")

    assert (ended["status"], ended["done"], ended["failed"]) == ("completed", 7, 1)
    assert record["cause"] == "timeout"
    reader.gate.release()  # its late answer is for nobody
    assert drawer.record(batch, "3.jpg") == record


def test_a_reader_that_hangs_on_every_card_pauses_the_batch(open_drawer: OpenDrawer) -> None:
    reader = Stubborn()
    drawer = open_drawer(reader, read_timeout=0.3)
    batch = drawer.filled(*[f"{n}.jpg" for n in range(20)])

    ended = drawer.run_to_end(batch)

    assert ended["status"] == "paused"
    assert "hangs" in str(ended["reason"])
    assert ended["failed"] <= 8  # type: ignore[operator]
    reader.gate.release(50)


def test_two_batches_share_the_places_for_cards_in_flight(house: House) -> None:
    reader = Counting()
    first = house.read_by(reader, *[f"{n}.jpg" for n in range(24)])
    second = house.read_by(reader, *[f"{n}.jpg" for n in range(24)])
    house.start(first)
    house.start(second)
    house.run_to_end(first, start=False)
    house.run_to_end(second, start=False)

    begun = reader.order.index(second)
    shared = reader.order[begun : begun + 20]

    assert reader.most <= house.parts.settings.workers
    assert 6 <= shared.count(first) <= 14, shared
    assert house.parts.engine.slots._free == house.parts.settings.workers


def test_a_place_comes_back_however_a_run_ends(house: House) -> None:
    gate = Gated()
    cancelled = house.read_by(gate, *NAMES)
    house.start(cancelled)
    assert gate.begun.acquire(timeout=10)
    house.client.post(f"/api/v1/batches/{cancelled}/cancel")
    house.run_to_end(cancelled, start=False)
    house.run_to_end(house.read_by(Failing(lambda card: EngineDown("down")), *NAMES))
    house.run_to_end(house.read_by(Failing(lambda card: ValueError()), *NAMES))

    assert house.parts.engine.slots._free == house.parts.settings.workers


def test_a_reader_that_is_not_installed_pauses_the_batch(house: House) -> None:
    batch = house.filled("a.jpg")
    offer = house.parts.readers.offers.pop("double")
    made = house.parts.readers._made.pop("double", None)
    try:
        ended = house.run_to_end(batch)
    finally:
        house.parts.readers.offers["double"] = offer
        if made is not None:
            house.parts.readers._made["double"] = made

    assert (ended["status"], ended["pending"]) == ("paused", 1)
    assert "no reader called 'double'" in str(ended["reason"])


def test_a_paused_batch_stays_paused_after_the_retry_of_one_image(house: House) -> None:
    def failure(card: Card) -> Exception | None:
        if card.filename == "0.jpg":
            return UnreadableCard("torn", "torn")
        return EngineDown("No credit left.") if card.filename == "7.jpg" else None

    batch = house.read_by(Failing(failure), *NAMES)
    house.run_to_end(batch)
    assert house.get(batch)["failed"] == 1
    house.reader.of[batch] = Double()

    house.client.post(f"/api/v1/batches/{batch}/retry-image/0.jpg")
    ended = house.run_to_end(batch, start=False)

    assert (ended["status"], ended["failed"]) == ("paused", 0)
    assert ended["reason"]
