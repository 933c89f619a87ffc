"""Runs of batches: one thread each, started after the commit, stopped with the process."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Collection
from pathlib import Path

from sqlalchemy.orm import Session

from app.core.errors import AppError, Conflict, NoSpace, Unavailable
from app.db.session import Database
from app.engines.base import EngineDown
from app.models.enums import BatchStatus
from app.models.events import FinishedCard, FinishedEvent, ProgressEvent, SnapshotEvent
from app.models.tables import Batch
from app.services import passes, records, run_lock
from app.services.ocr_engine import OcrEngine
from app.services.pace import Pace
from app.services.workplace import Progress
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

    def reader(self, name: str, engine: str, model: str | None) -> tuple[str, str]:
        """Engine and model, as they would read this batch. Raises ``NotFound``, ``Conflict`` when it cannot be had."""
        with self._database.reading() as session:
            options = records.require_batch(session, name).options
        try:
            made = self._engine.engine_for(engine, model, options)
        except EngineDown as error:
            raise Conflict(str(error), code="engine_down") from error
        return made.name, made.model

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
            return SnapshotEvent(**self._counts(session, batch))

    def _counts(self, session: Session, batch: Batch) -> dict[str, object]:
        pending = batch.total - batch.done - batch.failed
        beside = passes.state(session, batch)
        rate, eta = self.pace(batch.name, beside.left if beside else pending)
        return {
            "batch": batch.name, "seq": 0, "status": batch.status, "total": batch.total, "pending": pending,
            "done": batch.done, "failed": batch.failed, "rate": rate, "eta": eta, "pass": passes.told(beside),
        }  # fmt: skip

    def _tell(self, progress: Progress) -> None:
        pace = self._paces.get(progress.batch)
        if pace is not None:
            pace.tick(progress.read)
        if not self._sockets.has_listeners(progress.batch):
            return
        pending = progress.total - progress.done - progress.failed
        beside = progress.under_way
        rate, eta = self.pace(progress.batch, beside.left if beside else pending)
        cancel = self._sockets.cancel_events.get(progress.batch)
        status = BatchStatus.CANCELLING if cancel is not None and cancel.is_set() else BatchStatus.RUNNING
        self._sockets.publish(
            ProgressEvent(
                batch=progress.batch, seq=0, status=status, total=progress.total, pending=pending,
                done=progress.done, failed=progress.failed, rate=rate, eta=eta, pass_=passes.told(beside),
                cards=[FinishedCard(filename=s.filename, success=s.success, data=s.data, error=s.error, cause=s.cause)
                       for s in progress.stored],
            )
        )  # fmt: skip

    def _tell_end(self, name: str) -> None:
        with contextlib.suppress(AppError), self._database.reading() as session:
            batch = records.require_batch(session, name)
            told = {**self._counts(session, batch), "rate": None, "eta": None}
            self._sockets.publish(FinishedEvent(**told, reason=batch.reason))
