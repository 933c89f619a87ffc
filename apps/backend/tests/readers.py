"""Readers that behave, and readers that fail in each way: small classes that keep the protocol."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from app.engines.base import Cancelled, CancelToken, Card, EngineBusy, EngineDown, EngineError, UnreadableCard
from app.models.enums import Source
from app.models.record import Evidence, Line, Page, Reading, Value, Word


def reading_of(card: Card, *, engine: str = "double") -> Reading:
    """A plausible reading: every field says which card and field it is."""
    values = tuple(
        Value(
            field=field.name,
            text=f"{field.name} of {card.filename}",
            confidence=0.9,
            evidence=(Evidence(0, (0.1, 0.1, 0.5, 0.05)),),
            source=Source.LABEL,
        )
        for field in card.schema
    )
    word = Word(card.filename, (0.1, 0.1, 0.5, 0.05), 0.9)
    page = Page(0, 1000, 600, (Line(card.filename, word.box, 0.9, (word,)),))
    return Reading(values, f"text of {card.filename}", engine, "double-1", 0.01, pages=(page,))


class Double:
    """Reads at once, and remembers which cards it was asked for."""

    name = "double"
    model = "double-1"

    def __init__(self) -> None:
        self.calls: list[str] = []
        self._guard = threading.Lock()

    def read(self, card: Card, cancel: CancelToken) -> Reading:
        with self._guard:
            self.calls.append(card.filename)
        return self.answer(card, cancel)

    def answer(self, card: Card, cancel: CancelToken) -> Reading:
        return reading_of(card)

    def close(self) -> None:
        return None


class Gated(Double):
    """Holds every card until the test lets it go; notices a cancel."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = threading.Semaphore(0)
        self.gate = threading.Semaphore(0)

    def answer(self, card: Card, cancel: CancelToken) -> Reading:
        self.begun.release()
        while not self.gate.acquire(timeout=0.02):
            if cancel.is_set():
                raise Cancelled("stopped")
        return reading_of(card)


class Stubborn(Gated):
    """Holds every card until the test lets it go, cancelled or not."""

    def answer(self, card: Card, cancel: CancelToken) -> Reading:
        self.begun.release()
        self.gate.acquire()
        return reading_of(card)


class Slow(Double):
    """Takes ``seconds`` for a card, like a model far away."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.seconds = seconds

    def answer(self, card: Card, cancel: CancelToken) -> Reading:
        time.sleep(self.seconds)
        return reading_of(card)


class Failing(Double):
    """Raises what ``failure`` returns for a card; None means that it is read."""

    def __init__(self, failure: Callable[[Card], Exception | None]) -> None:
        super().__init__()
        self.failure = failure

    def answer(self, card: Card, cancel: CancelToken) -> Reading:
        error = self.failure(card)
        if error is not None:
            raise error
        return reading_of(card)


class ByBatch(Double):
    """Gives each batch the reader that a test has named for it; other batches are read at once."""

    def __init__(self) -> None:
        super().__init__()
        self.of: dict[str, Double] = {}

    def answer(self, card: Card, cancel: CancelToken) -> Reading:
        own = self.of.get(card.batch)
        return own.read(card, cancel) if own is not None else reading_of(card)


def torn(*filenames: str) -> Failing:
    """Cannot read these cards."""
    return Failing(
        lambda card: UnreadableCard("The card is torn.", "undecodable") if card.filename in filenames else None
    )


__all__ = [
    "ByBatch", "Double", "EngineBusy", "EngineDown", "EngineError", "Failing", "Gated", "Slow", "Stubborn",
    "UnreadableCard", "reading_of", "torn",
]  # fmt: skip
