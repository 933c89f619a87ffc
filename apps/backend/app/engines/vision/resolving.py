"""Names to addresses. The system's look-up ends when it likes and hears no cancel, so it runs in a thread beside."""

from __future__ import annotations

import queue
import socket
import threading
from collections.abc import Callable

from app.engines.vision.providers import Origin

SLICE = 0.1
"""Seconds after which a wait on the wire looks whether the batch was stopped."""
Places = list[tuple[int, str]]
"""Family and address of each place that a name leads to."""
Resolve = Callable[[str, int], Places]


def resolved(host: str, port: int) -> Places:
    """What the system says. Raises ``OSError``."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [(family, str(place[0])) for family, _, _, _, place in found]


def beside(resolve: Resolve, origin: Origin, left: Callable[[], float]) -> Places:
    """Where the origin's name leads; a look-up that outlasts ``left()`` seconds is left to itself.

    Raises ``OSError``, and whatever ``left`` raises.
    """
    told: queue.SimpleQueue[Places | OSError] = queue.SimpleQueue()

    def look() -> None:
        try:
            told.put(resolve(origin.host, origin.port))
        except OSError as error:
            told.put(error)

    threading.Thread(target=look, name="resolve", daemon=True).start()
    while (seconds := left()) > 0:
        try:
            found = told.get(timeout=min(SLICE, seconds))
        except queue.Empty:
            continue
        if isinstance(found, OSError):
            raise found
        return found
    raise TimeoutError("the name was not found in time")
