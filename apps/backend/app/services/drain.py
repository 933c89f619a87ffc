"""One run of one batch, in one thread: the first reader, others beside it, then the referee."""

from __future__ import annotations

import logging
import threading
from collections.abc import Collection

from sqlalchemy.exc import SQLAlchemyError

from app.core.errors import AppError, NoSpace
from app.db import batches, passes, readings
from app.engines.base import Engine, EngineDown, Remote
from app.models import tables
from app.models.enums import BatchStatus
from app.models.reason import Reason
from app.models.tables import Pass
from app.services import passes as planning
from app.services import run_life, schemata
from app.services.budget import Budget, ceiling_of
from app.services.crew import Crew
from app.services.desks import BesideDesk, RecordDesk
from app.services.workplace import Errand, Workplace

log = logging.getLogger(__name__)

SETTLE_AGAIN = 1.0


class Run:
    """One drain of one batch. ``only``: these cards by the first reader; ``after``: the status then."""

    def __init__(
        self,
        home: Workplace,
        name: str,
        cancel: threading.Event,
        only: Collection[int] | None,
        after: BatchStatus | None,
    ) -> None:
        self.home = home
        self.name = name
        self.only = only
        self.after = after
        self.errand = Errand(home, name, cancel)
        self.desk: RecordDesk | None = None

    def drain(self, *, resume: bool) -> BatchStatus:
        batch = run_life.begin(self.home.database, self.name, resume=resume, batches_dir=self.home.batches_dir)
        errand = self.errand
        errand.fence, errand.schema = batch.run, schemata.specs(batch.fields)
        if batch.status == BatchStatus.CANCELLING:
            errand.cancel.set()
        self.desk = RecordDesk(errand, batch.id, self.only)
        ended = False
        try:
            if resume:
                self.desk.recall()
            self._read(batch)
            ended = True
        except EngineDown as error:
            errand.pause_reason = Reason(error.cause, str(error))
        except (AppError, SQLAlchemyError, OSError) as error:
            log.exception("run of %s stopped", self.name)
            errand.pause_reason = _reason(error)
        finally:
            if not ended:
                errand.pause(Reason("internal_error", "An error of ours stopped the run; see the log, then resume."))
            self._show_rest(self.desk)
            status = self._settle()
        return status

    def _read(self, batch: tables.Batch) -> None:
        row = self._pass(batch.id)
        if row is not None and not row.judge and self.only is None:
            self.after = BatchStatus(row.after) if row.after else None
            if self._read_beside(batch, row):
                self._over(batch.id)
            return
        fresh = self._read_first(batch)
        if row is not None and row.judge and not self.errand.must_end():
            self._read_further(batch, row, fresh=fresh)

    def _read_first(self, batch: tables.Batch) -> bool:
        """The first reader's cards; True when there were any."""
        assert self.desk is not None
        pending = batch.total - batch.done - batch.failed
        if not pending and self._pass(batch.id) is not None:
            return False  # so that a run that goes on with a further reader does not need the first
        engine = self.home.engine_for(batch.engine, batch.model, batch.options)
        Crew(self.errand, engine, self.desk, self._budget(batch, engine)).work()
        self.desk.show_rest()
        return True

    def _read_further(self, batch: tables.Batch, row: Pass, *, fresh: bool) -> None:
        """One after the other when the first reader is through; then the referee chooses the machine's values."""
        following: Pass | None = row
        while following is not None:
            planned = self._planned(batch.id, fresh=fresh)
            if planned is None or not self._read_beside(*planned):
                return
            fresh = False
            following = self._next(*planned)
        if self.home.judge(self.name, self.errand.token):
            self._over(batch.id)

    def _planned(self, batch_id: int, *, fresh: bool) -> tuple[tables.Batch, Pass] | None:
        """The pass whose turn it is, with its cards; from the first further reader when there are ``fresh`` records."""
        with self.home.database.session() as session:
            batch, row = batches.lock(session, self.name), passes.get(session, batch_id)
            if batch is None or row is None or batch.run != self.errand.fence:
                self.errand.lost()
                return None
            if batch.done + batch.failed < batch.total:
                return None
            wanted = planning.further_of(batch.options)
            if fresh and planning.place_of(row, wanted):
                row = passes.add(session, batch_id, *wanted[0], judge=True)
            if fresh or not row.planned:
                engine = self.home.engine_for(row.engine, row.model, batch.options)
                planning.plan(session, batch, row, engine.model)
        return batch, row

    def _next(self, batch: tables.Batch, row: Pass) -> Pass | None:
        """The pass of the reader after this one; None when the referee is next."""
        reader = planning.following(row, batch)
        if reader is None:
            return None
        with self.home.database.session() as session:
            if batches.lock_run(session, self.name) != self.errand.fence:
                self.errand.lost()
                return None
            return passes.add(session, batch.id, *reader, judge=True)

    def _read_beside(self, batch: tables.Batch, stored: Pass) -> bool:
        """Every card of the pass that is left; True when none is."""
        with self.home.database.session() as session:
            left = passes.recount(session, stored.id)
            row = passes.get(session, batch.id) or stored
        if left:
            engine = self.home.engine_for(row.engine, row.model, batch.options)
            desk = BesideDesk(self.errand, batch, row)
            desk.tell(row.done, row.failed)
            Crew(self.errand, engine, desk, self._budget(batch, engine)).work()
        return not self.errand.must_end()

    def _over(self, batch_id: int) -> None:
        with self.home.database.session() as session:
            if batches.lock_run(session, self.name) == self.errand.fence:
                passes.drop(session, batch_id)

    def _pass(self, batch_id: int) -> Pass | None:
        with self.home.database.reading() as session:
            return passes.get(session, batch_id)

    def _budget(self, batch: tables.Batch, engine: Engine) -> Budget:
        """The ceiling counts all readings; what one more card costs, this reader's alone say."""
        if not isinstance(engine, Remote):
            return Budget(None)
        with self.home.database.reading() as session:
            spent = readings.spent(session, batch.id)
            own = readings.spent(session, batch.id, engine.name, engine.model)
        return Budget(ceiling_of(batch.options), spent=spent.cost, own=own)

    # the end

    def _show_rest(self, desk: RecordDesk) -> None:
        """At the end of a run, whatever ended it; what cannot be shown now, the next run shows."""
        try:
            desk.show_rest()
        except (AppError, SQLAlchemyError, OSError) as error:
            log.warning("the last readings of %s are kept but not shown yet: %s", self.name, error)
            self.errand.pause(_reason(error))

    def _settle(self) -> BatchStatus:
        try:
            self.home.publisher.publish(self.name)
        except (OSError, AppError, SQLAlchemyError) as error:
            log.warning("checkpoint of %s not written: %s", self.name, error)
            self.home.publisher.touch(self.name)
        while True:
            try:
                return run_life.end(
                    self.home.database,
                    self.name,
                    run=self.errand.fence,
                    cancelled=self.errand.cancel.is_set(),
                    stopped=self.home.stopping.is_set(),
                    pause_reason=self.errand.pause_reason,
                    after=self.after,
                )
            except (AppError, SQLAlchemyError) as error:
                log.warning("status of %s not stored, trying again: %s", self.name, error)
                if self.home.stopping.wait(SETTLE_AGAIN):  # the next start settles it
                    return BatchStatus.INTERRUPTED


def _reason(error: Exception) -> Reason:
    if isinstance(error, AppError):
        return Reason(error.problem_code, error.detail)
    if isinstance(error, OSError) and error.errno == 28:
        return Reason(NoSpace.code, "The disk is full. Free some space, then resume.")
    says = f"An error of ours stopped the run ({type(error).__name__}); see the log, then resume."
    return Reason("internal_error", says)
