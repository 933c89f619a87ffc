"""Readings of the last cards on trial, in memory: words that need not be recognised again."""

from __future__ import annotations

import threading
from collections import OrderedDict

from app.models.record import Reading

MOST = 48
"""Cards; the words of one take some hundred kilobytes."""


class KnownWords:
    """The most lately used readings, by what was read with what. Thread-safe."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[str, ...], Reading] = OrderedDict()
        self._guard = threading.Lock()

    def keep(self, key: tuple[str, ...], reading: Reading) -> None:
        """Only readings with pages: without words there is nothing to use again."""
        if not reading.pages:
            return
        with self._guard:
            self._kept[key] = reading
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def get(self, key: tuple[str, ...]) -> Reading | None:
        with self._guard:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)
