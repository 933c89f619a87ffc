"""Adopting a batch folder that has no row: copied from elsewhere, or written by another tool."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from app.core import files, names
from app.core.clock import now
from app.core.errors import AppError
from app.db import batches
from app.db.session import Database
from app.imaging.decoder import Decoder
from app.imaging.rejection import ImageRejected
from app.models.enums import BatchStatus
from app.models.tables import Batch, Image
from app.services import adopted_files, batch_manager, shelf
from app.services.adopted_files import Manifest
from app.services.adopted_rows import Found, Taking
from app.services.checkpoint import Publisher
from app.services.folders import CHECKPOINT, ERRORS, BatchFolder, is_regular
from app.services.readers import Readers

log = logging.getLogger(__name__)
ADOPTED = "checkpoint.adopted.json"
PAUSE = 0.25


class Adoption:
    """Looks for folders without rows; each is taken in once, by one thread at a time."""

    def __init__(
        self,
        database: Database,
        batches_dir: Path,
        decoder: Decoder,
        readers: Readers,
        publisher: Publisher,
        *,
        quiet: float = 0.0,
    ) -> None:
        self._database = database
        self._root = batches_dir
        self._decoder = decoder
        self._readers = readers
        self._publisher = publisher
        self._guard = threading.Lock()
        self._refused: set[str] = set()
        self._quiet = quiet
        self._waited: set[str] = set()
        self._pause = threading.Event()

    def look_soon(self, patience: float = 10.0) -> None:
        """Adopt what is new; waits a while for it, and leaves the rest to the background.

        For a folder that is still being copied it waits once, then leaves it to a later look.
        """
        with self._database.reading() as session:
            known = batches.names(session)
        unknown = self._unknown(known)
        growing = [folder for folder in unknown if not self._settled(folder) and folder.name not in self._waited]
        self._waited.update(folder.name for folder in growing)
        self._wait_for(growing, min(patience, self._quiet + PAUSE))
        if any(self._settled(folder) for folder in unknown):
            self._work(patience)

    def look_for(self, name: str, patience: float = 10.0) -> None:
        """The same when one batch is asked for that has a folder but no row."""
        if name != names.safe(name) or not (self._root / name).is_dir():
            return
        with self._database.reading() as session:
            known = batches.get(session, name) is not None
        if not known:
            self._wait_for([self._root / name], min(patience, self._quiet + PAUSE))
            self._work(patience)

    def _settled(self, folder: Path) -> bool:
        """Whether nothing in it changed lately, so that nobody is still copying."""
        if not self._quiet:
            return True
        try:
            newest = max(path.stat().st_ctime for path in (folder, *folder.rglob("*")))
        except FileNotFoundError:
            return False
        return time.time() - newest >= self._quiet

    def _wait_for(self, folders: list[Path], seconds: float) -> None:
        end = time.monotonic() + seconds
        while not all(self._settled(folder) for folder in folders) and time.monotonic() < end:
            self._pause.wait(PAUSE)

    def _work(self, patience: float) -> None:
        worker = threading.Thread(target=self.look, name="adoption", daemon=True)
        worker.start()
        worker.join(patience)

    def look(self) -> list[str]:
        """Adopt every folder that has no row; returns the names of the new batches."""
        with self._guard:
            with self._database.reading() as session:
                known = batches.names(session)
            adopted: list[str] = []
            for folder in filter(self._settled, self._unknown(known)):
                try:
                    adopted += self._adopt(folder)
                except (OSError, ValueError, ValidationError, AppError, SQLAlchemyError) as error:
                    log.warning("folder %s cannot be adopted: %s", folder.name, error)
                    self._refused.add(folder.name)
                except RuntimeError as error:  # the decoder is closed: the process ends
                    log.info("folder %s is not adopted now: %s", folder.name, error)
                    break
            return adopted

    def _unknown(self, known: set[str]) -> list[Path]:
        if not self._root.is_dir():
            return []
        return sorted(
            p
            for p in self._root.iterdir()
            if p.name not in known
            and p.name not in self._refused
            and not p.name.startswith(".")
            and p.is_dir()
            and not p.is_symlink()
            and _holds_something(p)
        )

    def _adopt(self, path: Path) -> list[str]:
        """The batch's name; nothing when the folder is a batch that was being created just now."""
        manifest = adopted_files.read(path)
        title = manifest.title or path.name
        found = list(self._images(BatchFolder(path)))
        with self._database.session() as session:
            if batches.get(session, path.name) is not None:
                return []
            folder = BatchFolder(self._under_safe_name(path))
            batch = batches.add(
                session,
                name=folder.name,
                title=adopted_files.line(title, folder.name),
                fields=manifest.fields,
                engine=manifest.engine if manifest.engine in self._readers.offers else self._readers.default,
                model=None,
                options=manifest.options,
            )
            Taking(session, batch, folder).take(found, manifest.entries)
            session.flush()
            session.refresh(batch)
            batch.status = _status(batch)
            if batch.status != BatchStatus.COMPLETED:
                batch.reason, batch.reason_code = "Adopted from a folder.", "adopted"
            batch_manager.write_config(batch, folder)
            _keep(folder, manifest)
        self._publisher.touch(folder.name)
        return [folder.name]

    def _under_safe_name(self, path: Path) -> Path:
        name = names.safe(path.name, "batch")
        if name == path.name:
            return path
        taken = {names.key(p.name) for p in self._root.iterdir()}
        wished, number = name, 2
        while names.key(name) in taken:
            name, number = names.with_suffix(wished, f"-{number}"), number + 1
        return path.rename(self._root / name)

    def _images(self, folder: BatchFolder) -> Iterator[Found]:
        for place in ("", ERRORS):
            root = folder.root / place
            for path in sorted(root.iterdir()) if root.is_dir() else []:
                if path.name.startswith(".") or path.suffix.lower() == ".json" or not is_regular(path):
                    continue
                judged = self._judge(path)
                if judged is not None:
                    yield Found(judged, place)

    def _judge(self, path: Path) -> Image | None:
        try:
            header = self._decoder.judge(path)
        except ImageRejected as rejection:
            log.warning("%s is left where it is: %s", path.name, rejection)
            return None
        if header.format == "pdf":
            log.warning("%s is left where it is: upload a PDF to split it into pages", path.name)
            return None
        digest = files.sha256(path)
        return Image(
            side=0, filename=path.name, original_name=path.name, sha256=digest, source_sha256=digest,
            bytes=path.stat().st_size, format=header.format, media_type=shelf.MEDIA_TYPES[header.format],
            width=header.width, height=header.height, blank=header.blank, added_at=now(),
        )  # fmt: skip


def _holds_something(path: Path) -> bool:
    return any(not p.name.startswith(".") and not p.name.startswith("_") for p in path.iterdir()) or any(
        (path / ERRORS).glob("*")
    )


def _keep(folder: BatchFolder, manifest: Manifest) -> None:
    """The checkpoint as it came: ours is published in its place."""
    came = folder.root / CHECKPOINT
    if manifest.has_checkpoint and not (folder.root / ADOPTED).exists():
        came.rename(folder.root / ADOPTED)


def _status(batch: Batch) -> BatchStatus:
    if batch.total and batch.total == batch.done + batch.failed:
        return BatchStatus.COMPLETED
    return BatchStatus.INTERRUPTED if batch.done or batch.failed else BatchStatus.DRAFT
