"""Batches: create, change, start, cancel, retry, delete. Nothing else changes a status."""

from __future__ import annotations

import logging
import secrets
import shutil
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from app.core import names
from app.core.clock import now
from app.core.errors import Conflict, Invalid, JsonValue, NotFound
from app.db import batches, cards, cells, images, search, templates
from app.db.session import Database
from app.models.enums import BatchStatus, CardStatus, Pairing
from app.models.schemas import BatchCreate, BatchPatch
from app.models.tables import Batch, Card
from app.services import checkpoint, pairing, results, review, run_lock, schemata
from app.services.folders import ERRORS, BatchFolder
from app.services.readers import Readers

log = logging.getLogger(__name__)

ACTIVE = (BatchStatus.RUNNING, BatchStatus.CANCELLING)
STARTABLE = (
    BatchStatus.DRAFT,
    BatchStatus.COMPLETED,
    BatchStatus.CANCELLED,
    BatchStatus.PAUSED,
    BatchStatus.INTERRUPTED,
)
TRASH = "trash"
CHUNK = 500
"""Cards per statement."""


# create, change, delete


def create(session: Session, wanted: BatchCreate, readers: Readers, batches_dir: Path) -> Batch:
    """A draft with its folder. Raises ``Invalid`` for an unknown reader or template."""
    _require_template(session, wanted.template_id)
    template = templates.get(session, wanted.template_id) if wanted.template_id is not None else None
    fields = schemata.to_json(wanted.fields) if wanted.fields is not None else None
    if fields is None:
        fields = list(template.fields) if template else []
    engine = wanted.engine or (template.engine if template else None) or readers.default
    model = wanted.model or (template.model if template else None)
    readers.require(engine, model)
    options: dict[str, JsonValue] = dict(template.options) if template else {}
    if wanted.options is not None:
        options.update(wanted.options.model_dump(mode="json", exclude_unset=True))
    batch = batches.add(
        session,
        name=_new_name(session, wanted.title, batches_dir),
        title=wanted.title,
        fields=fields,
        engine=engine,
        model=model,
        options=options,
        template_id=template.id if template else None,
    )
    folder = BatchFolder(batches_dir / batch.name)
    folder.create()
    write_config(batch, folder)
    return batch


def _new_name(session: Session, title: str, batches_dir: Path) -> str:
    stem = names.safe(title.replace(".", " "), "batch").lower()[:60].rstrip("._-") or "batch"
    while True:
        name = f"{stem}-{secrets.token_hex(2)}"
        if batches.get(session, name) is None and not (batches_dir / name).exists():
            return name


def write_config(batch: Batch, folder: BatchFolder) -> None:
    checkpoint.write_config(
        folder,
        {
            "name": batch.name, "title": batch.title, "engine": batch.engine, "model": batch.model,
            "fields": batch.fields, "options": batch.options,
        },
    )  # fmt: skip


def patch(session: Session, name: str, wanted: BatchPatch, readers: Readers, batches_dir: Path) -> Batch:
    """Change title, schema, engine or options while the batch is not running."""
    batch = _lock_idle(session, name, "changed")
    given = wanted.model_fields_set
    if "title" in given and wanted.title is not None:
        batch.title = wanted.title
    if "engine" in given and wanted.engine is not None:
        batch.engine = wanted.engine
    if "model" in given:
        batch.model = wanted.model
    readers.require(batch.engine, batch.model)
    if "fields" in given and wanted.fields is not None:
        batch.fields = schemata.to_json(wanted.fields)
        batch.revision += 1
        session.flush()
        review.restate(session, batch)
    if "options" in given and wanted.options is not None:
        batch.options = {**batch.options, **wanted.options.model_dump(mode="json", exclude_unset=True)}
        session.flush()
        pairing.pair_again(session, batch)
    if "template_id" in given:
        _require_template(session, wanted.template_id)
        batch.template_id = wanted.template_id
    batch.updated_at = now()
    session.flush()
    write_config(batch, BatchFolder(batches_dir / name))
    return batch


def _require_template(session: Session, template_id: int | None) -> None:
    if template_id is not None and templates.get(session, template_id) is None:
        raise Invalid(f"There is no template {template_id}.", code="template_not_found")


def delete(session: Session, name: str, batches_dir: Path) -> Path | None:
    """Delete the rows and move the folder away; the caller removes the returned folder after the commit."""
    batch = _lock_idle(session, name, "deleted")
    card_ids = cards.all_ids(session, batch.id)
    search.remove(session, card_ids)
    batches.delete(session, batch.id)
    root = batches_dir / name
    if not root.exists():
        return None
    trash = batches_dir.parent / TRASH
    trash.mkdir(exist_ok=True)
    target = trash / f"{name}.{secrets.token_hex(4)}"
    root.rename(target)
    return target


def empty_trash(session: Session, batches_dir: Path) -> None:
    """At start: finish deletions that were committed, put back folders of those that were not."""
    trash = batches_dir.parent / TRASH
    if not trash.is_dir():
        return
    for folder in trash.iterdir():
        name = folder.name.rpartition(".")[0]
        if batches.get(session, name) is not None and not (batches_dir / name).exists():
            folder.rename(batches_dir / name)
        else:
            shutil.rmtree(folder, ignore_errors=True)


def _lock_idle(session: Session, name: str, doing: str) -> Batch:
    batch = batches.lock(session, name)
    if batch is None:
        raise NotFound(f"There is no batch called {name!r}.", code="batch_not_found")
    if batch.status in ACTIVE:
        raise Conflict(f"The batch is {batch.status}; it can be {doing} when it is not.", code="batch_running")
    return batch


# start, cancel, retry


def start(session: Session, name: str, *, again: bool = False) -> Batch:
    """``running``, or why not; ``again`` even when all is read. The caller begins the run after the commit."""
    batch = batches.lock(session, name)
    if batch is None:
        raise NotFound(f"There is no batch called {name!r}.", code="batch_not_found")
    if batch.status in ACTIVE:
        raise Conflict(f"The batch is {batch.status} already.", code="batch_running")
    if not batch.total:
        raise Invalid("The batch has no images yet. Upload some, then start.", code="no_images")
    if not batch.fields:
        raise Invalid("The batch has no fields yet. Name at least one, then start.", code="no_fields")
    if batch.status == BatchStatus.COMPLETED and batch.done + batch.failed == batch.total and not again:
        raise Conflict("Every card was read already. Add images, or retry those that failed.", code="nothing_to_read")
    if batch.options.get("pairing", Pairing.NONE) != Pairing.NONE:
        pairing.pair_again(session, batch)
    return _to_running(session, batch)


def start_anew(session: Session, name: str, batches_dir: Path) -> Batch:
    """Every card back to pending and ``running``. Readings of before and what people said are kept."""
    batch = _lock_idle(session, name, "read again")
    read = cards.all_attempted(session, batch.id)
    for first in range(0, len(read), CHUNK):
        _to_pending(session, batch, read[first : first + CHUNK], BatchFolder(batches_dir / name))
    session.refresh(batch)
    return start(session, name)


def _to_running(session: Session, batch: Batch) -> Batch:
    moved = batches.move(session, batch.name, sources=STARTABLE, target=BatchStatus.RUNNING, new_run=True)
    if moved is None:
        raise Conflict("The batch was started elsewhere at the same moment.", code="batch_running")
    return moved


def cancel(session: Session, name: str) -> bool:
    """Ask a running batch to stop; False when it was not running."""
    moved = batches.move(session, name, sources=[BatchStatus.RUNNING], target=BatchStatus.CANCELLING)
    return moved is not None


def retry(
    session: Session, name: str, batches_dir: Path, *, cause: str | None = None
) -> tuple[Batch, list[int], BatchStatus]:
    """Failed cards, all or those of one cause, back to pending and ``running``; their ids and the status before."""
    batch = _lock_idle(session, name, "retried")
    failed = cards.failed(session, batch.id, cause)
    if not failed:
        why = "" if cause is None else f" for the cause {cause!r}"
        raise Conflict(f"No card of this batch has failed{why}.", code="nothing_failed")
    return _retry(session, batch, failed, batches_dir)


def retry_image(session: Session, name: str, filename: str, batches_dir: Path) -> tuple[Batch, list[int], BatchStatus]:
    """One failed image's card back to pending and ``running``."""
    batch = _lock_idle(session, name, "retried")
    image = images.by_filename(session, batch.id, filename)
    card = session.get(Card, image.card_id) if image and image.folder == ERRORS else None
    if card is None or card.status != CardStatus.FAILED:
        raise NotFound(f"{filename!r} is not among the failed images of {name!r}.", code="not_failed")
    return _retry(session, batch, [card], batches_dir)


def _retry(
    session: Session, batch: Batch, failed: Sequence[Card], batches_dir: Path
) -> tuple[Batch, list[int], BatchStatus]:
    before = BatchStatus(batch.status)
    ids = [card.id for card in failed]
    for start in range(0, len(failed), CHUNK):
        _to_pending(session, batch, failed[start : start + CHUNK], BatchFolder(batches_dir / batch.name))
    moved = _to_running(session, batch)
    return moved, ids, before


def _to_pending(session: Session, batch: Batch, chosen: Sequence[Card], folder: BatchFolder) -> None:
    """Records of cards that were read stay until they are read again; those of failed ones go. Reviews stay."""
    ids = [card.id for card in chosen]
    bare = [card.id for card in chosen if card.status == CardStatus.FAILED]
    done = sum(1 for card in chosen if card.status == CardStatus.DONE)
    failed = sum(1 for card in chosen if card.status == CardStatus.FAILED)
    revision = batches.count(session, batch.id, done=-done, failed=-failed)
    cards.reset(session, ids, revision)
    cells.clear(session, bare)
    search.remove(session, bare)
    for sides in images.of_cards(session, ids).values():
        for image in sides:
            if image.folder:
                results.move(image, folder, "")
    session.flush()


# the life of a run, for the engine


def begin_run(database: Database, name: str, *, resume: bool, batches_dir: Path) -> Batch:
    """The batch, ``running`` (or ``cancelling`` when a cancel came first) and fenced by a new ``run``."""
    with database.session() as session:
        batch = batches.lock(session, name)
        if batch is None:
            raise NotFound(f"There is no batch called {name!r}.", code="batch_not_found")
        if batch.status not in ACTIVE:
            batch = start(session, name, again=True)
        if not resume:
            read = cards.all_attempted(session, batch.id)
            for first in range(0, len(read), CHUNK):
                _to_pending(session, batch, read[first : first + CHUNK], BatchFolder(batches_dir / name))
        session.flush()
        session.refresh(batch)
        return batch


def end_run(
    database: Database,
    name: str,
    *,
    run: int,
    cancelled: bool,
    stopped: bool,
    pause_reason: str | None,
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
            target, reason = _target(status, pending, stopped, pause_reason, after)
            if _advance(session, name, run, status, target, reason):
                return target


def _advance(
    session: Session, name: str, run: int, source: BatchStatus, target: BatchStatus, reason: str | None = None
) -> BatchStatus | None:
    moved = batches.move(session, name, sources=[source], target=target, reason=reason, run=run)
    return target if moved is not None else None


def _target(
    status: BatchStatus,
    pending: int,
    stopped: bool,
    pause_reason: str | None,
    after: BatchStatus | None,
) -> tuple[BatchStatus, str | None]:
    if status is BatchStatus.CANCELLING:
        return BatchStatus.CANCELLED, None
    if pause_reason is not None:
        return BatchStatus.PAUSED, pause_reason
    if not pending:
        return BatchStatus.COMPLETED, None
    if stopped:
        return BatchStatus.INTERRUPTED, "The service was stopped. Resume reads the cards that are left."
    left = "Some cards were left. Resume reads them."
    if after is not None:
        return after, left if after in (BatchStatus.PAUSED, BatchStatus.INTERRUPTED) else None
    return BatchStatus.INTERRUPTED, left


def recover(session: Session, data_dir: Path, batches_dir: Path) -> list[str]:
    """At start: batches whose process died become ``interrupted`` (``cancelled`` if they were cancelling)."""
    found = []
    for batch in batches.with_status(session, ACTIVE):
        if run_lock.is_held(data_dir, batch.name):
            continue
        cancelling = batch.status == BatchStatus.CANCELLING
        target = BatchStatus.CANCELLED if cancelling else BatchStatus.INTERRUPTED
        reason = None if cancelling else "The service stopped unexpectedly. Resume reads the cards that are left."
        moved = batches.move(session, batch.name, sources=ACTIVE, target=target, reason=reason, new_run=True)
        if moved is not None:
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


def page(
    session: Session, *, status: BatchStatus | None, q: str | None, offset: int, limit: int
) -> tuple[list[Batch], int]:
    """Batches, newest first, and how many match."""
    return batches.page(session, status=status, q=q, offset=offset, limit=limit)


def reset_failed(session: Session, name: str, batches_dir: Path) -> int:
    """Failed cards of an idle batch back to pending, without starting; returns how many."""
    batch = _lock_idle(session, name, "retried")
    failed = cards.failed(session, batch.id)
    for start in range(0, len(failed), CHUNK):
        _to_pending(session, batch, failed[start : start + CHUNK], BatchFolder(batches_dir / name))
    return len(failed)
