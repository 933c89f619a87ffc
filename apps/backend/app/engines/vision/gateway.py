"""One door per provider: calls in flight, requests and tokens a minute, waits that the provider asks for, and the
judgement whether it is down. All batches and readers of a provider go through the same door.
"""

from __future__ import annotations

import random
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from app.engines.base import Cancelled, CancelToken, pausing
from app.engines.vision.faults import Down, Fault, Limited, Transient

T = TypeVar("T")
MINUTE = 60.0
LONGEST_WAIT = 900.0
"""Seconds; a longer Retry-After is asked again after these."""
SAME_CAUSE = 4
"""Further calls for one card after as many failures of the same cause."""
ALL_CAUSES = 10
"""Calls in all that one request may cost."""
STREAK = 2
"""Failures of one cause in a row, with no success between, after which calls go singly."""
PROBES = 3
"""Failed single calls after which the provider counts as down."""


@dataclass(frozen=True, slots=True)
class Limits:
    """``backoff`` seconds: the first wait after a transient failure; it doubles each time."""

    calls: int = 8
    requests_per_minute: int | None = None
    tokens_per_minute: int | None = None
    backoff: float = 0.5
    longest_backoff: float = 20.0


class Gateway:
    """Thread-safe. ``calls`` counts what was really sent."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.calls = 0
        self.peak = 0
        self._in_flight = 0
        self._not_before = 0.0
        self._asked_to_wait = False
        self._requests: deque[float] = deque()
        self._tokens: deque[tuple[float, int]] = deque()
        self._streak: tuple[str, int] = ("", 0)
        self._probes = 0
        guard = threading.Lock()
        self._changed = threading.Condition(guard)
        self._resting = threading.Condition(guard)
        """Who backs off waits here: a place that is free wakes one of those that want it, nobody else."""
        self._dice = random.Random()  # noqa: S311 - spreads waits, keeps no secret

    def call(self, once: Callable[[], T], cancel: CancelToken, *, tokens: int = 0) -> T:
        """Run ``once`` with patience. Raises its last ``Fault``, or ``Cancelled``."""
        causes: Counter[str] = Counter()
        while True:
            with self._place(cancel, tokens):
                try:
                    found = once()
                except Fault as fault:
                    self._failed(fault)
                    failure = fault
                else:
                    self._succeeded()
                    return found
            if isinstance(failure, Limited):
                continue
            causes[failure.cause] += 1
            if not isinstance(failure, Transient) or self._enough(causes):
                raise failure
            if self.is_down():
                raise Down(f"{failure} It failed several times in a row; the batch waits. Resume later.", failure.cause)
            self._wait(cancel, self._backoff(causes.total(), failure.retry_after))

    def is_down(self) -> bool:
        with self._changed:
            return self._probes >= PROBES

    def waiting(self) -> float:
        """Seconds until the next call, as the provider has asked; 0 when it has not."""
        with self._changed:
            return max(0.0, self._not_before - time.monotonic()) if self._asked_to_wait else 0.0

    def spent(self, tokens: int) -> None:
        """Tokens that a call has really used, for the minute's budget."""
        with self._changed:
            self._tokens.append((time.monotonic(), tokens))

    def trusted(self) -> None:
        """A person has resumed: the next call decides anew, and at once, whether the provider is there."""
        with self._changed:
            self._probes = min(self._probes, PROBES - 1)
            if not self._asked_to_wait:
                self._not_before = 0.0

    def _enough(self, causes: Counter[str]) -> bool:
        return max(causes.values()) > SAME_CAUSE or causes.total() >= ALL_CAUSES

    def _backoff(self, failures: int, asked: float | None) -> float:
        most: float = min(self.limits.longest_backoff, self.limits.backoff * 2.0 ** (failures - 1))
        return max(min(asked or 0.0, LONGEST_WAIT), most * self._dice.uniform(0.5, 1.0))

    @contextmanager
    def _place(self, cancel: CancelToken, tokens: int) -> Iterator[None]:
        """Wait for the turn of a call: a free place, the minute's budget, the end of an asked wait."""
        with pausing(cancel), self._changed:
            while True:
                if cancel.is_set():
                    raise Cancelled("The batch was stopped before this card was read.")
                delay = self._delay(tokens)
                if delay <= 0:
                    break
                self._changed.wait(min(delay, 0.1))
            moment = time.monotonic()
            self._in_flight += 1
            self.calls += 1
            self.peak = max(self.peak, self._in_flight)
            if self.limits.requests_per_minute:
                self._requests.append(moment)
        try:
            yield
        finally:
            with self._changed:
                self._in_flight -= 1
                self._changed.notify()

    def _delay(self, tokens: int) -> float:
        """Seconds to wait before one more call; 0 when it may go."""
        moment = time.monotonic()
        if self._in_flight >= (1 if self._streak[1] >= STREAK else self.limits.calls):
            return MINUTE
        if moment < self._not_before:
            return self._not_before - moment
        self._asked_to_wait = False
        most = self.limits.requests_per_minute
        while self._requests and self._requests[0] <= moment - MINUTE:
            self._requests.popleft()
        if most and len(self._requests) >= most:
            return self._requests[0] + MINUTE - moment
        return self._token_delay(moment, tokens)

    def _token_delay(self, moment: float, tokens: int) -> float:
        most = self.limits.tokens_per_minute
        while self._tokens and self._tokens[0][0] <= moment - MINUTE:
            self._tokens.popleft()
        used = sum(count for _, count in self._tokens)
        if not most or not self._tokens or used + tokens <= most:
            return 0.0
        return self._tokens[0][0] + MINUTE - moment

    def _failed(self, fault: Fault) -> None:
        with self._changed:
            if isinstance(fault, Limited):
                self._hold(fault.retry_after)
                return
            if not isinstance(fault, Transient):
                return
            cause, count = self._streak
            single = count >= STREAK and self._in_flight == 1
            self._streak = (fault.cause, count + 1 if cause == fault.cause else 1)
            if single and cause == fault.cause:
                self._probes += 1
            if self._streak[1] >= STREAK:
                pause = self.limits.backoff * 4**self._probes * self._dice.uniform(0.3, 0.6)
                self._not_before = max(self._not_before, time.monotonic() + min(pause, self.limits.longest_backoff))

    def _hold(self, asked: float | None) -> None:
        """Nobody calls before the provider's wait is over; a little jitter keeps callers apart."""
        wait = self.limits.backoff * 2 if asked is None or asked < 0 else min(asked, LONGEST_WAIT)
        jitter = self._dice.uniform(0, min(0.5, 0.1 * wait + 0.05))
        self._not_before = max(self._not_before, time.monotonic() + wait + jitter)
        self._asked_to_wait = True

    def _succeeded(self) -> None:
        with self._changed:
            if self._streak[1]:
                self._streak, self._probes = ("", 0), 0
                if not self._asked_to_wait:
                    self._not_before = 0.0
                self._changed.notify_all()

    def _wait(self, cancel: CancelToken, seconds: float) -> None:
        end = time.monotonic() + seconds
        with pausing(cancel), self._resting:
            while (left := end - time.monotonic()) > 0:
                if cancel.is_set():
                    raise Cancelled("The batch was stopped while waiting for the provider.")
                self._resting.wait(min(left, 0.1))
