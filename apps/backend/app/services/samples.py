"""The sample drawers that come with an installation, taken in as batches to try things on."""

from __future__ import annotations

import json
import shutil
from concurrent.futures import Executor
from pathlib import Path

from pydantic import ValidationError

from app.core import names
from app.core.errors import NotFound
from app.db.session import Database
from app.models.schemas import BatchCreate
from app.services import batch_manager, trash
from app.services.ingest import Ingest, copy_in
from app.services.intake import Judgement
from app.services.readers import Readers


def take_in(
    drawer: str,
    *,
    samples_dir: Path,
    database: Database,
    readers: Readers,
    ingest: Ingest,
    judges: Executor,
    root: Path,
) -> str:
    """A new draft with the drawer's fields and scans; returns its name. Raises ``NotFound`` where there are none."""
    wanted, scans = _load(samples_dir / drawer)
    with database.session() as session:
        name = batch_manager.create(session, wanted, readers, root).name
    try:
        incoming = ingest.open(name)

        def judge(path: Path) -> Judgement:
            return ingest.judge(copy_in(path, incoming), path.name)

        ingest.store(name, list(judges.map(judge, scans)))
    except BaseException:
        with database.session() as session:
            folder = trash.delete(session, name, root)
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
        raise
    return name


def _load(folder: Path) -> tuple[BatchCreate, list[Path]]:
    """Title, fields and options of a drawer, and its scans in card order."""
    scans = sorted((folder / "images").glob("*.jpg"), key=lambda path: names.natural(path.name))
    try:
        wanted = BatchCreate.model_validate(json.loads((folder / "fields.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, ValidationError):
        scans = []
    if not scans:
        raise NotFound(
            "The sample cards are not part of this installation. They are in data/samples of the sources; "
            "INDEXCARDS_SAMPLES_DIR says where they lie.",
            code="samples_missing",
        )
    return wanted, scans
