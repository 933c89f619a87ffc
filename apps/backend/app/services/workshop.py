"""Processes beside the service that train and field: reading and reviewing never wait for them."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from app.engines.local.learned import work
from app.engines.local.learned.work import Trained, Verified
from app.models.record import FieldSpec, Value

Fielded = list[tuple[int, tuple[Value, ...]]]


class Workshop:
    """Made when first needed; a process that died is replaced."""

    def __init__(self, processes: int = 2) -> None:
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None
        self._guard = threading.Lock()

    def train(self, schema: Sequence[FieldSpec], cards: Sequence[Verified]) -> Trained:
        try:
            return self._open().submit(work.train, tuple(schema), tuple(cards)).result()
        except BrokenProcessPool:
            self.close()
            return self._open().submit(work.train, tuple(schema), tuple(cards)).result()

    def field(
        self, packed: bytes, off: tuple[str, ...], cards: Sequence[tuple[int, bytes, tuple[Value, ...] | None]]
    ) -> Future[Fielded]:
        return self._open().submit(work.field, packed, off, tuple(cards))

    def close(self) -> None:
        with self._guard:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)

    def _open(self) -> ProcessPoolExecutor:
        with self._guard:
            if self._pool is None:
                self._pool = ProcessPoolExecutor(
                    self._processes, mp_context=multiprocessing.get_context("spawn"), initializer=work.be_modest
                )
            return self._pool
