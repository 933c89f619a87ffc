"""What happens in a worker: one card through an engine, with patience, until somebody stops it."""

from __future__ import annotations

import math
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from app.engines.base import Cancelled, Card, Engine, EngineBusy
from app.models import tables
from app.models.record import Reading
from app.services import cleaning, results, schemata

POLL = 0.1
FIRST_WAIT = 1.0
LONGEST_WAIT = 60.0
"""Seconds between two tries of a busy reader that names no time: they double up to the longest."""
LONGEST_ASKED = 900.0
"""A reader that asks for more is asked again after these."""
JITTER = 0.1


class StopToken:
    """Set when the batch was cancelled or the process is being stopped. Also waits."""

    def __init__(self, *events: threading.Event) -> None:
        self._events = events

    def is_set(self) -> bool:
        return any(event.is_set() for event in self._events)

    def wait(self, seconds: float) -> bool:
        """Wait on the first event, looking at the others; True as soon as one is set."""
        end = time.monotonic() + seconds
        while not self.is_set():
            left = end - time.monotonic()
            if left <= 0:
                return False
            self._events[0].wait(min(left, POLL))
        return True


class Watch(StopToken):
    """The token of one card. Knows how long the card only waited for others: that time is not its own."""

    def __init__(self, *events: threading.Event) -> None:
        super().__init__(*events)
        self._waited = 0.0
        self._since: float | None = None

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Around a wait that somebody else causes. One thread reads a card, so waits do not overlap."""
        began = self._since = time.monotonic()
        try:
            yield
        finally:
            self._waited += time.monotonic() - began
            self._since = None

    def waited(self) -> float:
        """Seconds so far, those of a wait under way too."""
        since = self._since
        return self._waited + (time.monotonic() - since if since is not None else 0.0)


def read(engine: Engine, card: Card, card_id: int, token: Watch) -> tables.Reading:
    """A row for ``readings.keep``. A busy reader is asked again for as long as the batch runs."""
    reading = read_patiently(engine, card, token)
    if reading.prompt is None:
        reading = replace(reading, prompt=schemata.version(card.schema))
    return results.row(card_id, cleaning.reading(reading))


def read_patiently(engine: Engine, card: Card, token: Watch, tries: float = math.inf) -> Reading:
    """Ask a busy reader again, at most so often in all. Raises ``EngineError``."""
    pause = FIRST_WAIT
    while True:
        tries -= 1
        try:
            return engine.read(card, token)
        except EngineBusy as busy:
            if tries <= 0:
                raise
            asked = min(busy.retry_after or 0.0, LONGEST_ASKED)
            with token.paused():
                if token.wait(max(asked, pause) * (1 + random.uniform(0, JITTER))):  # noqa: S311 - keeps tries apart
                    raise Cancelled("stopped while waiting") from None
            pause = min(pause * 2, LONGEST_WAIT)
