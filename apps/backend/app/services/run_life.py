"""The life of a run: how it begins, where its batch ends, and what a crash has left."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from app.core.clock import now
from app.core.errors import Conflict, no_batch
from app.db import batches, cards, images, passes, readings
from app.db.session import Database
from app.models.enums import BatchStatus
from app.models.reason import Reason
from app.models.tables import Batch
from app.services import batch_manager, results, run_lock
from app.services import passes as planning
from app.services.batch_manager import ACTIVE
from app.services.folders import ERRORS, BatchFolder

STOPPED = Reason("stopped", "The service was stopped. Resume reads the cards that are left.")
CRASHED = Reason("crashed", "The service stopped unexpectedly. Resume reads the cards that are left.")
LEFT = Reason("left", "Some cards were left. Resume reads them.")


def begin(database: Database, name: str, *, resume: bool, batches_dir: Path) -> Batch:
    """The batch, ``running`` (or ``cancelling`` when a cancel came first) and fenced by a new ``run``."""
    with database.session() as session:
        batch = batches.lock(session, name)
        if batch is None:
            raise no_batch(name)
        if batch.status not in ACTIVE:
            batch = batch_manager.start(session, name, again=True)
        if not resume:
            batch_manager.to_pending(session, batch, cards.all_attempted(session, batch.id), batches_dir)
        session.flush()
        session.refresh(batch)
        return batch


def end(
    database: Database,
    name: str,
    *,
    run: int,
    cancelled: bool,
    stopped: bool,
    pause_reason: Reason | None,
    after: BatchStatus | None,
) -> BatchStatus:
    """Move a run's batch to where it ended, by compare-and-set; a batch taken over is left alone."""
    while True:
        with database.session() as session:
            batch = batches.get(session, name)
            if batch is None:
                return BatchStatus.CANCELLED
            status = BatchStatus(batch.status)
            if batch.run != run or status not in ACTIVE:
                return status
            pending = batch.total - batch.done - batch.failed
            if cancelled and status is BatchStatus.RUNNING:
                status = _advance(session, name, run, status, BatchStatus.CANCELLING) or status
            beside = passes.get(session, batch.id)
            target, reason = _target(status, bool(pending or beside), stopped, pause_reason, after)
            began = batch.began_at
            if _advance(session, name, run, status, target, reason):
                if began is not None:
                    _add_time(session, batch.id, began, now())
                return target


def _add_time(session: Session, batch_id: int, began: datetime, ended: datetime | None) -> None:
    """``ended`` None: nobody knows, so until its last reading."""
    read, last = readings.since(session, batch_id, began)
    ended = ended or last
    if ended is not None:
        batches.add_time(session, batch_id, seconds=max(0.0, (ended - began).total_seconds()), cards=read)


def _advance(
    session: Session, name: str, run: int, source: BatchStatus, target: BatchStatus, reason: Reason | None = None
) -> BatchStatus | None:
    moved = batches.move(session, name, sources=[source], target=target, reason=reason, run=run)
    return target if moved is not None else None


def _target(
    status: BatchStatus,
    left: bool,
    stopped: bool,
    pause_reason: Reason | None,
    after: BatchStatus | None,
) -> tuple[BatchStatus, Reason | None]:
    if status is BatchStatus.CANCELLING:
        return BatchStatus.CANCELLED, None
    if pause_reason is not None:
        return BatchStatus.PAUSED, pause_reason
    if not left:
        return BatchStatus.COMPLETED, None
    if stopped:
        return BatchStatus.INTERRUPTED, STOPPED
    if after is not None:
        return after, LEFT if after in (BatchStatus.PAUSED, BatchStatus.INTERRUPTED) else None
    return BatchStatus.INTERRUPTED, LEFT


def abandon(session: Session, name: str, batches_dir: Path) -> Batch:
    """Let a reader that was stopped beside the first read no more: what it has read stays.

    The batch has the status of before. Further readers of its own that are not through are taken out of its options,
    so that no later start begins them again. Raises ``Conflict`` when nobody was stopped.
    """
    batch = batch_manager.lock_idle(session, name, "changed")
    row = passes.get(session, batch.id)
    if row is None or not row.planned:
        raise Conflict("No reader was stopped beside the first.", code="no_pass")
    if row.judge:
        wanted = planning.further_of(batch.options)
        batch.options = {**batch.options, "second": planning.choices(wanted[: planning.place_of(row, wanted) or 0])}
        batch_manager.write_config(batch, BatchFolder(batches_dir / name))
    passes.drop(session, batch.id)
    session.flush()
    pending, after = batch.total - batch.done - batch.failed, BatchStatus(row.after) if row.after else None
    target, reason = _target(BatchStatus.RUNNING, bool(pending), False, None, after)
    moved = batches.move(session, name, sources=[BatchStatus(batch.status)], target=target, reason=reason)
    assert moved is not None
    return moved


def recover(session: Session, data_dir: Path, batches_dir: Path) -> list[str]:
    """At start: batches whose process died become ``interrupted`` (``cancelled`` if they were cancelling)."""
    found = []
    for batch in batches.with_status(session, ACTIVE):
        if run_lock.is_held(data_dir, batch.name):
            continue
        cancelling = batch.status == BatchStatus.CANCELLING
        target = BatchStatus.CANCELLED if cancelling else BatchStatus.INTERRUPTED
        reason = None if cancelling else CRASHED
        moved = batches.move(session, batch.name, sources=ACTIVE, target=target, reason=reason, new_run=True)
        if moved is not None:
            if moved.began_at is not None:
                _add_time(session, moved.id, moved.began_at, None)
            results.show_kept(session, moved, BatchFolder(batches_dir / batch.name))
        found.append(batch.name)
    for name in sorted(batches.names(session)):
        settled = batches.get(session, name)
        if settled is not None and settled.status not in ACTIVE:
            _settle_files(session, settled, BatchFolder(batches_dir / name))
    return found


def _settle_files(session: Session, batch: Batch, folder: BatchFolder) -> None:
    """Bring files back to where their rows say, after a crash between a move and its commit."""
    if not (folder.root / ERRORS).is_dir():
        return
    misplaced = {p.name for p in (folder.root / ERRORS).iterdir()}
    rows = {image.filename: image for image in images.in_folder(session, batch.id, ERRORS)}
    for filename in misplaced - set(rows):
        image = images.by_filename(session, batch.id, filename)
        if image is not None:
            results.move(image, folder, "")
    for filename in set(rows) - misplaced:
        results.move(rows[filename], folder, ERRORS)
