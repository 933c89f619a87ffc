"""What happens in a worker: one card through an engine, with patience, until somebody stops it."""

from __future__ import annotations

import threading
import time

from app.engines.base import Cancelled, Card, Engine, EngineBusy
from app.models import tables
from app.models.record import Reading
from app.services import cleaning, results

POLL = 0.1
BUSY_WAITS = (1.0, 4.0)


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


def read(engine: Engine, card: Card, card_id: int, token: StopToken) -> tables.Reading:
    """A row for ``readings.keep``. A busy reader is asked again after a while, the wait ends with the batch."""
    return results.row(card_id, cleaning.reading(read_patiently(engine, card, token)))


def read_patiently(engine: Engine, card: Card, token: StopToken) -> Reading:
    """Ask a busy reader again after a while. Raises ``EngineError``."""
    for pause in BUSY_WAITS:
        try:
            return engine.read(card, token)
        except EngineBusy:
            if token.wait(pause):
                raise Cancelled("stopped while waiting") from None
    return engine.read(card, token)
