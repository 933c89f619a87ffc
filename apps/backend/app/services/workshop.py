"""Processes beside the service that train and field: reading and reviewing never wait for them."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from app.core.errors import Unavailable
from app.engines.local.learned import work
from app.engines.local.learned.work import Trained, Verified
from app.engines.referee import mixes
from app.engines.referee import work as referee
from app.engines.referee.mixes import Measured, Mix, Sure
from app.engines.referee.work import Report, Told
from app.models.record import FieldSpec, Value

Fielded = list[tuple[int, tuple[Value, ...]]]


class Workshop:
    """Made when first needed; a process that died is replaced."""

    def __init__(self, processes: int = 2) -> None:
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None
        self._closed = False
        self._guard = threading.Lock()

    def train(self, schema: Sequence[FieldSpec], cards: Sequence[Verified]) -> Trained:
        """Raises ``Unavailable`` when the service is being stopped."""
        try:
            return self._open().submit(work.train, tuple(schema), tuple(cards)).result()
        except BrokenProcessPool:
            self._end()
            return self._open().submit(work.train, tuple(schema), tuple(cards)).result()

    def field(
        self, packed: bytes, off: tuple[str, ...], cards: Sequence[tuple[int, bytes, tuple[Value, ...] | None]]
    ) -> Future[Fielded]:
        return self._open().submit(work.field, packed, off, tuple(cards))

    def judge(
        self, schema: Sequence[FieldSpec], taught: Sequence[Told], cards: Sequence[tuple[int, Told]]
    ) -> Future[Fielded]:
        """By the referee; each process trains it once for the same verified cards."""
        return self._open().submit(referee.judge, tuple(schema), tuple(taught), tuple(cards))

    def compare(self, schema: Sequence[FieldSpec], taught: Sequence[Told]) -> Report:
        return self._open().submit(referee.compare, tuple(schema), tuple(taught)).result()

    def measure(self, schema: Sequence[FieldSpec], taught: Sequence[Told], sure: Sure, mix: Mix) -> Future[Measured]:
        return self._open().submit(mixes.measure, tuple(schema), tuple(taught), sure, mix)

    def close(self) -> None:
        """End the processes, whatever they are at; nothing is begun after that."""
        with self._guard:
            self._closed = True
        self._end()

    def _end(self) -> None:
        with self._guard:
            pool, self._pool = self._pool, None
        if pool is not None:
            at_work = list((pool._processes or {}).values())
            pool.shutdown(wait=False, cancel_futures=True)
            for process in at_work:  # a training holds its interpreter for seconds and cannot be asked to stop
                process.terminate()

    def _open(self) -> ProcessPoolExecutor:
        with self._guard:
            if self._closed:
                raise Unavailable("The service is being stopped. Try again when it runs.", code="stopping")
            if self._pool is None:
                self._pool = ProcessPoolExecutor(
                    self._processes, mp_context=multiprocessing.get_context("spawn"), initializer=work.be_modest
                )
            return self._pool
