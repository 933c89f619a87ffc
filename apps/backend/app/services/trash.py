"""Deleted batches: rows at once, files by way of a trash folder, for the moment between commit and removal."""

from __future__ import annotations

import secrets
import shutil
from pathlib import Path

from sqlalchemy.orm import Session

from app.db import batches, cards, search
from app.services import batch_manager

TRASH = "trash"


def delete(session: Session, name: str, batches_dir: Path) -> Path | None:
    """Delete the rows and move the folder away; the caller removes the returned folder after the commit."""
    batch = batch_manager.lock_idle(session, name, "deleted")
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


def empty(session: Session, batches_dir: Path) -> None:
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
