"""``indexcards check``: whether files and database agree. Repairs nothing but thumbnails."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.core import files
from app.core.files import TEMPORARY_PREFIX
from app.db import batches, cards, images
from app.db.session import Database
from app.imaging.decoder import Decoder
from app.models.enums import BatchStatus
from app.models.tables import Batch, Image
from app.services import folders, records, run_lock
from app.services.derivatives import Derivatives
from app.services.folders import BatchFolder

LEFT_AFTER = 60.0
"""Seconds after which a half-written file nobody touches was left: a younger one is being written now."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One disagreement: a code, where, and a sentence."""

    code: str
    batch: str
    detail: str


@dataclass(frozen=True, slots=True)
class Checked:
    findings: tuple[Finding, ...]
    batches: int
    images: int
    repaired: int


def check(database: Database, data_dir: Path, batches_dir: Path, decoder: Decoder) -> Checked:
    """Look at everything: hashes, missing and extra files, counters, statuses, published records."""
    findings: list[Finding] = []
    repaired = n_images = n_batches = 0
    with database.reading() as session:
        findings.extend(_database(session, database.dialect))
        known = batches.names(session)
        for name in sorted(known):
            batch = batches.get(session, name)
            if batch is None:
                continue
            n_batches += 1
            rows = images.of_batch(session, batch.id)
            n_images += len(rows)
            folder = BatchFolder(batches_dir / name)
            findings.extend(_counters(session, batch))
            findings.extend(_status(batch, data_dir))
            findings.extend(_files(batch, rows, folder))
            findings.extend(_published(session, batch, folder))
            repaired += _thumbnails(rows, folder, decoder)
    return Checked(tuple(findings), n_batches, n_images, repaired)


def _database(session: Session, dialect: str) -> Iterator[Finding]:
    if dialect != "sqlite":
        return
    for (said,) in session.execute(text("PRAGMA integrity_check")):
        if said != "ok":
            yield Finding("database_damaged", "", str(said))
    for row in session.execute(text("PRAGMA foreign_key_check")):
        yield Finding("database_damaged", "", f"a row of {row[0]} points to nothing")


def _counters(session: Session, batch: Batch) -> Iterator[Finding]:
    counted = cards.count_by_status(session, batch.id)
    found = (sum(counted.values()), counted.get("done", 0), counted.get("failed", 0))
    if found != (batch.total, batch.done, batch.failed):
        kept = (batch.total, batch.done, batch.failed)
        yield Finding("counters_differ", batch.name, f"total, done, failed are {found}, the batch says {kept}")
    if cards.count_reviewed(session, batch.id) != batch.reviewed:
        yield Finding("counters_differ", batch.name, "the number of verified cards is wrong")
    for card_id, filename in cards.without_reading(session, batch.id):
        yield Finding("reading_missing", batch.name, f"card {filename} ({card_id}) is read but has no reading")


def _status(batch: Batch, data_dir: Path) -> Iterator[Finding]:
    active = batch.status in (BatchStatus.RUNNING, BatchStatus.CANCELLING)
    if active and not run_lock.is_held(data_dir, batch.name):
        yield Finding("orphaned_run", batch.name, f"the batch is {batch.status}, but nothing reads it")


def _files(batch: Batch, rows: list[Image], folder: BatchFolder) -> Iterator[Finding]:
    expected: set[str] = set()
    for image in rows:
        relative = f"{image.folder}/{image.filename}" if image.folder else image.filename
        path = folder.image(image.filename, image.folder)
        expected.add(relative)
        if image.source_name:
            expected.add(f"{folders.SOURCES}/{image.source_name}")
        if not folders.is_regular(path):
            yield Finding("file_missing", batch.name, f"{relative} is gone")
            continue
        if not path.stat().st_mode & 0o444:  # said even to root, who could read it
            yield Finding("file_unreadable", batch.name, f"{relative} may be read by nobody")
            continue
        try:
            digest = files.sha256(path)
        except OSError as error:
            yield Finding("file_unreadable", batch.name, f"{relative} cannot be read: {error.strerror}")
            continue
        if digest != image.sha256:
            yield Finding("file_changed", batch.name, f"{relative} is not what was uploaded")
    yield from _extra(batch, folder, expected)


def _extra(batch: Batch, folder: BatchFolder, expected: set[str]) -> Iterator[Finding]:
    ours = {folders.CONFIG, folders.CHECKPOINT, "checkpoint.adopted.json"}
    if not folder.root.is_dir():
        if expected:
            yield Finding("file_missing", batch.name, "the batch's folder is gone")
        return
    for path in sorted(folder.root.rglob("*")):
        relative = path.relative_to(folder.root).as_posix()
        top = relative.split("/")[0]
        if (
            top in (folders.THUMBS, folders.VIEW, folders.PUBLISHED)
            or relative in ours
            or relative in folders.OWN_FOLDERS
        ):
            continue
        if path.name.startswith(TEMPORARY_PREFIX) or top == folders.INCOMING:
            if _untouched(path) >= LEFT_AFTER:
                yield Finding("file_temporary", batch.name, f"{relative} was left half written")
        elif relative not in expected:
            yield Finding("file_extra", batch.name, f"{relative} belongs to no card")


def _untouched(path: Path) -> float:
    """Seconds since a file was last written; 0 when it is gone by now."""
    try:
        return time.time() - path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def _published(session: Session, batch: Batch, folder: BatchFolder) -> Iterator[Finding]:
    """While nothing reads the batch and no publication is due, the file holds the records."""
    active = batch.status in (BatchStatus.RUNNING, BatchStatus.CANCELLING)
    if active or batch.published < batch.revision or not batch.published:
        return
    path = folder.root / folders.CHECKPOINT
    try:
        kept = [(r["filename"], r["version"], r["data"]) for r in json.loads(path.read_bytes())]
    except (OSError, ValueError, TypeError, KeyError):
        yield Finding("checkpoint_damaged", batch.name, "checkpoint.json is missing or not whole")
        return
    if kept != [(r["filename"], r["version"], r["data"]) for r in records.all_of(session, batch.name)]:
        yield Finding("checkpoint_differs", batch.name, "checkpoint.json is not what the database holds")


def _thumbnails(rows: list[Image], folder: BatchFolder, decoder: Decoder) -> int:
    derivatives = Derivatives(decoder)
    missing = [r for r in rows if not folder.thumbnail(r.filename).exists() and folder.locate(r.filename)]
    return sum(1 for row in missing if derivatives.thumbnail(folder, row.filename) is not None)
