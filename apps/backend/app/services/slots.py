"""Places for cards in flight, shared by all batches: a global limit, handed out in the order of asking."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable


class Slots:
    """A place is held from before a card is begun until its reading is stored.

    So a crash re-reads at most ``limit`` cards, and two batches that ask in turn share fairly.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._free = limit
        self._waiting: deque[Callable[[], None]] = deque()
        self._guard = threading.Lock()

    def ask(self, granted: Callable[[], None]) -> None:
        """Call ``granted`` once, now or later and from any thread, when a place is free."""
        with self._guard:
            if not self._free:
                self._waiting.append(granted)
                return
            self._free -= 1
        granted()

    def withdraw(self, granted: Callable[[], None]) -> bool:
        """Take a request back; False when it was granted already."""
        with self._guard:
            try:
                self._waiting.remove(granted)
            except ValueError:
                return False
            return True

    def give_back(self) -> None:
        with self._guard:
            if not self._waiting:
                self._free += 1
                return
            granted = self._waiting.popleft()
        granted()
