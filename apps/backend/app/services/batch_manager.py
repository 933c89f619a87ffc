"""Batches: create, change, start, cancel, retry. Nothing but this and ``run_life`` changes a status."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from app.core import names
from app.core.clock import now
from app.core.errors import Conflict, Invalid, JsonValue, NotFound, no_batch
from app.db import batches, cards, cells, images, search, templates
from app.db import passes as rows
from app.models.enums import BatchStatus, CardStatus, Pairing
from app.models.schemas import BatchCreate, BatchPatch, ReadingsWanted
from app.models.tables import Batch, Card
from app.services import checkpoint, pairing, passes, results, review, schemata
from app.services.folders import ERRORS, BatchFolder
from app.services.readers import Readers

_NO_PATH = re.compile(r"[./\\]")
"""In a title these part no folders."""
ACTIVE = (BatchStatus.RUNNING, BatchStatus.CANCELLING)
STARTABLE = (
    BatchStatus.DRAFT,
    BatchStatus.COMPLETED,
    BatchStatus.CANCELLED,
    BatchStatus.PAUSED,
    BatchStatus.INTERRUPTED,
)
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
    options: dict[str, JsonValue] = dict(template.options) if template else {}
    if wanted.options is not None:
        options.update(wanted.options.model_dump(mode="json", exclude_unset=True))
    _require_readers(readers, engine, model, options)
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
    stem = names.safe(_NO_PATH.sub(" ", title), "batch").lower()[:60].rstrip("._-") or "batch"
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
    batch = lock_idle(session, name, "changed")
    given = wanted.model_fields_set
    if "title" in given and wanted.title is not None:
        batch.title = wanted.title
    if "engine" in given and wanted.engine is not None:
        batch.engine = wanted.engine
    if "model" in given:
        batch.model = wanted.model
    options = dict(batch.options)
    if wanted.options is not None:
        options.update(wanted.options.model_dump(mode="json", exclude_unset=True))
    _require_readers(readers, batch.engine, batch.model, options)
    if "fields" in given and wanted.fields is not None:
        batch.fields = schemata.to_json(wanted.fields)
        batch.revision += 1
        rows.drop(session, batch.id)  # a pass that was stopped was for the fields of before
        session.flush()
        review.restate(session, batch)
    if wanted.options is not None:
        batch.options = options
        session.flush()
        pairing.pair_again(session, batch)
    if "template_id" in given:
        _require_template(session, wanted.template_id)
        batch.template_id = wanted.template_id
    batch.updated_at = now()
    session.flush()
    write_config(batch, BatchFolder(batches_dir / name))
    return batch


def _require_readers(readers: Readers, engine: str, model: str | None, options: Mapping[str, JsonValue]) -> None:
    """Raise ``Invalid`` for a reader that is not offered, or named twice."""
    readers.require(engine, model)
    given = options.get("second")
    further = passes.further_of(options)
    for each in further:
        readers.require(*each)
    if (engine, model) in further or (isinstance(given, list) and len(further) < len(given)):
        raise Invalid("A reader is named twice. Choose another.", code="same_reader")


def _require_template(session: Session, template_id: int | None) -> None:
    if template_id is not None and templates.get(session, template_id) is None:
        raise Invalid(
            f"There is no template {template_id}.", code="template_not_found", params={"template": template_id}
        )


def lock_idle(session: Session, name: str, doing: str) -> Batch:
    batch = batches.lock(session, name)
    if batch is None:
        raise no_batch(name)
    if batch.status in ACTIVE:
        raise Conflict(
            f"The batch is {batch.status}; it can be {doing} when it is not.",
            code="batch_running",
            params={"status": batch.status},
        )
    return batch


# start, cancel, retry


def start(session: Session, name: str, *, again: bool = False) -> Batch:
    """``running``, or why not; ``again`` even when all is read. The caller begins the run after the commit."""
    batch = batches.lock(session, name)
    if batch is None:
        raise no_batch(name)
    if batch.status in ACTIVE:
        raise Conflict(f"The batch is {batch.status} already.", code="batch_running", params={"status": batch.status})
    if not batch.total:
        raise Invalid("The batch has no images yet. Upload some, then start.", code="no_images")
    if not batch.fields:
        raise Invalid("The batch has no fields yet. Name at least one, then start.", code="no_fields")
    through = batch.status == BatchStatus.COMPLETED and batch.done + batch.failed == batch.total
    if through and not again and not passes.further_lack(session, batch):
        raise Conflict("Every card was read already. Add images, or retry those that failed.", code="nothing_to_read")
    if batch.options.get("pairing", Pairing.NONE) != Pairing.NONE:
        pairing.pair_again(session, batch)
    passes.expect_further(session, batch)
    return _to_running(session, batch)


def start_anew(session: Session, name: str, batches_dir: Path) -> Batch:
    """Every card back to pending and ``running``. Readings of before and what people said are kept."""
    batch = lock_idle(session, name, "read again")
    to_pending(session, batch, cards.all_attempted(session, batch.id), batches_dir)
    session.refresh(batch)
    return start(session, name)


def _to_running(session: Session, batch: Batch) -> Batch:
    moved = batches.move(session, batch.name, sources=STARTABLE, target=BatchStatus.RUNNING, new_run=True)
    if moved is None:
        raise Conflict("The batch was started elsewhere at the same moment.", code="batch_running")
    return moved


def start_beside(session: Session, name: str, reader: tuple[str, str], wanted: ReadingsWanted) -> Batch:
    """``running`` for another reader beside the first; records stay as they are."""
    batch = lock_idle(session, name, "read by another reader")
    if not batch.fields:
        raise Invalid("The batch has no fields yet. Name at least one, then start.", code="no_fields")
    chosen = passes.choose(session, batch, reader, wanted.cards, wanted.sample)
    row = rows.add(session, batch.id, *reader, after=batch.status)
    rows.plan(session, row, chosen)
    return _to_running(session, batch)


def cancel(session: Session, name: str) -> bool:
    """Ask a running batch to stop; False when it was not running."""
    moved = batches.move(session, name, sources=[BatchStatus.RUNNING], target=BatchStatus.CANCELLING)
    return moved is not None


def retry(
    session: Session, name: str, batches_dir: Path, *, cause: str | None = None
) -> tuple[Batch, list[int], BatchStatus]:
    """Failed cards, all or those of one cause, back to pending and ``running``; their ids and the status before."""
    batch = lock_idle(session, name, "retried")
    failed = cards.failed(session, batch.id, cause)
    if not failed:
        why = "" if cause is None else f" for the cause {cause!r}"
        raise Conflict(f"No card of this batch has failed{why}.", code="nothing_failed")
    return _retry(session, batch, failed, batches_dir)


def retry_image(session: Session, name: str, filename: str, batches_dir: Path) -> tuple[Batch, list[int], BatchStatus]:
    """One failed image's card back to pending and ``running``."""
    batch = lock_idle(session, name, "retried")
    image = images.by_filename(session, batch.id, filename)
    card = session.get(Card, image.card_id) if image and image.folder == ERRORS else None
    if card is None or card.status != CardStatus.FAILED:
        raise NotFound(
            f"{filename!r} is not among the failed images of {name!r}.",
            code="not_failed",
            params={"batch": name, "filename": filename},
        )
    return _retry(session, batch, [card], batches_dir)


def _retry(
    session: Session, batch: Batch, failed: Sequence[Card], batches_dir: Path
) -> tuple[Batch, list[int], BatchStatus]:
    before = BatchStatus(batch.status)
    ids = [card.id for card in failed]
    to_pending(session, batch, failed, batches_dir)
    passes.expect_further(session, batch)
    return _to_running(session, batch), ids, before


def to_pending(session: Session, batch: Batch, chosen: Sequence[Card], batches_dir: Path) -> None:
    """Records of cards that were read stay until they are read again; those of failed ones go. Reviews stay."""
    folder = BatchFolder(batches_dir / batch.name)
    for first in range(0, len(chosen), CHUNK):
        _to_pending(session, batch, chosen[first : first + CHUNK], folder)


def _to_pending(session: Session, batch: Batch, chosen: Sequence[Card], folder: BatchFolder) -> None:
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


def page(
    session: Session, *, status: BatchStatus | None, q: str | None, offset: int, limit: int
) -> tuple[list[Batch], int]:
    """Batches, newest first, and how many match."""
    return batches.page(session, status=status, q=q, offset=offset, limit=limit)


def reset_failed(session: Session, name: str, batches_dir: Path) -> int:
    """Failed cards of an idle batch back to pending, without starting; returns how many."""
    batch = lock_idle(session, name, "retried")
    failed = cards.failed(session, batch.id)
    to_pending(session, batch, failed, batches_dir)
    return len(failed)
