"""How fast a run goes and how long it will take."""

from __future__ import annotations

import time
from collections import deque

WINDOW = 30.0


class Pace:
    """Rate over the last half minute, by the monotonic clock."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._ticks: deque[float] = deque()

    def tick(self, cards: int) -> None:
        moment = time.monotonic()
        self._ticks.extend([moment] * cards)
        while self._ticks and self._ticks[0] < moment - WINDOW:
            self._ticks.popleft()

    def rate(self) -> float | None:
        """Cards a second; None before the first card."""
        if not self._ticks:
            return None
        moment = time.monotonic()
        span = min(WINDOW, moment - self._started)
        recent = sum(1 for tick in self._ticks if tick >= moment - WINDOW)
        return round(recent / span, 3) if span > 0 and recent else None

    def eta(self, left: int) -> float | None:
        """Seconds until ``left`` cards are read; None when the rate is not known."""
        rate = self.rate()
        return round(left / rate, 1) if rate else None
