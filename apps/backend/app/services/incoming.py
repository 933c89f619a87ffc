"""Second names in ``.incoming``: how a start tells files half added or half removed from those that stand."""

from __future__ import annotations

import secrets
from contextlib import suppress
from pathlib import Path

from sqlalchemy.orm import Session

from app.core import files
from app.db import batches, images
from app.models.tables import Batch
from app.services.folders import ERRORS, INCOMING, SOURCES, BatchFolder, is_regular


def mark(path: Path, incoming: Path) -> Path:
    """A second name for a file that is about to go; see ``settle``."""
    second = incoming / f"{files.TEMPORARY_PREFIX}{secrets.token_hex(8)}"
    with suppress(OSError):  # a file system without links
        second.hardlink_to(path)
    return second


def settle(session: Session, batches_dir: Path) -> None:
    """At start: a file with a second name in ``.incoming`` was being added or removed; it stays if a row knows it."""
    for root in batches_dir.iterdir():
        folder = BatchFolder(root)
        marks = {(s.st_dev, s.st_ino) for s in map(Path.lstat, _plain(root / INCOMING)) if s.st_nlink > 1}
        batch = batches.get(session, folder.name) if marks else None
        if batch is not None:
            for place in ("", ERRORS, SOURCES):
                for path in _plain(root / place):
                    if _identity(path) in marks and not _known(session, batch, place, path.name):
                        path.unlink()
        files.remove_temporaries(root / INCOMING)


def _plain(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if is_regular(path)] if folder.is_dir() else []


def _identity(path: Path) -> tuple[int, int]:
    found = path.lstat()
    return found.st_dev, found.st_ino


def _known(session: Session, batch: Batch, place: str, name: str) -> bool:
    if place == SOURCES:
        return images.source_in_use(session, batch.id, name, [])
    return images.by_filename(session, batch.id, name) is not None
