"""Runs of batches: one thread each, started after the commit, stopped with the process."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Collection
from pathlib import Path

from app.core.errors import AppError, NoSpace, Unavailable
from app.db.session import Database
from app.models.enums import BatchStatus
from app.models.events import FinishedCard, FinishedEvent, ProgressEvent, SnapshotEvent
from app.models.tables import Batch
from app.services import records, run_lock
from app.services.drain import Progress
from app.services.ocr_engine import OcrEngine
from app.services.pace import Pace
from app.services.ws_manager import WsManager

log = logging.getLogger(__name__)
BEGIN_AGAIN = 1.0
"""Seconds after which a run that could not begin tries again."""


class Runs:
    """Knows which batches this process reads at the moment."""

    def __init__(self, engine: OcrEngine, database: Database, data_dir: Path, sockets: WsManager) -> None:
        self._engine = engine
        self._database = database
        self._data_dir = data_dir
        self._sockets = sockets
        self._threads: dict[str, threading.Thread] = {}
        self._paces: dict[str, Pace] = {}
        self._guard = threading.Lock()
        engine.listener = self._tell

    def begin(self, name: str, *, only: Collection[int] | None = None, after: BatchStatus | None = None) -> None:
        """Start reading. The batch is ``running`` already; a cancel of an earlier run does not count."""
        with self._guard:
            previous = self._threads.get(name)
            self._sockets.clear_cancel_event(name)
            cancel = self._sockets.get_or_create_cancel_event(name)
            thread = threading.Thread(
                target=self._run, args=(name, cancel, only, after, previous), name=f"run-{name}", daemon=True
            )
            thread.start()  # before anyone can find it: a thread that has not begun cannot be waited for
            self._threads[name] = thread
            self._paces[name] = Pace()

    def _run(
        self,
        name: str,
        cancel: threading.Event,
        only: Collection[int] | None,
        after: BatchStatus | None,
        previous: threading.Thread | None,
    ) -> None:
        if previous is not None:
            previous.join()  # it has settled its status; only its last lines are still to run
        try:
            with run_lock.held(self._data_dir, name):
                self._process(name, cancel, only, after)
        finally:
            try:
                self._tell_end(name)
            finally:
                with self._guard:
                    if self._threads.get(name) is threading.current_thread():
                        del self._threads[name]
                        self._paces.pop(name, None)

    def _process(
        self, name: str, cancel: threading.Event, only: Collection[int] | None, after: BatchStatus | None
    ) -> None:
        """The batch says ``running`` already: while the database is away, the run waits to begin."""
        while True:
            try:
                self._engine.process_batch(name, cancel_event=cancel, only=only, after=after)
            except (NoSpace, Unavailable) as error:
                log.warning("run of %s cannot begin yet: %s", name, error)
                if self._engine.stopping.wait(BEGIN_AGAIN):
                    return
            except AppError as error:
                log.warning("run of %s did not begin: %s", name, error)
                return
            else:
                return

    def join(self, name: str, timeout: float | None = None) -> bool:
        """Wait until this process no longer reads the batch; False when it still does."""
        thread = self._threads.get(name)
        if thread is not None and thread is not threading.current_thread():
            thread.join(timeout)
            return not thread.is_alive()
        return True

    def wind_down(self) -> None:
        """Begin no card from now on."""
        self._engine.stopping.set()

    def stop(self, timeout: float) -> None:
        """Begin no card, keep what is finished, leave the rest ``interrupted``."""
        self.wind_down()
        end = time.monotonic() + timeout
        for thread in list(self._threads.values()):
            thread.join(max(0.0, end - time.monotonic()))

    def pace(self, name: str, pending: int) -> tuple[float | None, float | None]:
        """Cards a second and seconds left; None when not known or not running here."""
        pace = self._paces.get(name)
        return (pace.rate(), pace.eta(pending)) if pace else (None, None)

    def snapshot(self, name: str) -> SnapshotEvent:
        """How a batch stands now; raises ``NotFound``."""
        with self._database.reading() as session:
            batch = records.require_batch(session, name)
            return SnapshotEvent(**self._counts(batch, seq=0))

    def _counts(self, batch: Batch, seq: int) -> dict[str, object]:
        pending = batch.total - batch.done - batch.failed
        rate, eta = self.pace(batch.name, pending)
        return {
            "batch": batch.name, "seq": seq, "status": batch.status, "total": batch.total, "pending": pending,
            "done": batch.done, "failed": batch.failed, "rate": rate, "eta": eta,
        }  # fmt: skip

    def _tell(self, progress: Progress) -> None:
        pace = self._paces.get(progress.batch)
        if pace is not None:
            pace.tick(len(progress.stored))
        if not self._sockets.has_listeners(progress.batch):
            return
        pending = progress.total - progress.done - progress.failed
        rate, eta = self.pace(progress.batch, pending)
        cancel = self._sockets.cancel_events.get(progress.batch)
        status = BatchStatus.CANCELLING if cancel is not None and cancel.is_set() else BatchStatus.RUNNING
        self._sockets.publish(
            ProgressEvent(
                batch=progress.batch, seq=0, status=status, total=progress.total, pending=pending,
                done=progress.done, failed=progress.failed, rate=rate, eta=eta,
                cards=[FinishedCard(filename=s.filename, success=s.success, data=s.data, error=s.error)
                       for s in progress.stored],
            )
        )  # fmt: skip

    def _tell_end(self, name: str) -> None:
        with contextlib.suppress(AppError), self._database.reading() as session:
            batch = records.require_batch(session, name)
            told = {**self._counts(batch, seq=0), "rate": None, "eta": None}
            self._sockets.publish(FinishedEvent(**told, reason=batch.reason))
