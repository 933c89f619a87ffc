"""Taking scans in: judge each file alone, name it safely, store it whole."""

from __future__ import annotations

import errno
import secrets
import shutil
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from app.core import files
from app.core.errors import Conflict, JsonValue, NoSpace, no_batch
from app.db import batches, images
from app.db.session import Database
from app.imaging.decoder import Decoder, Judged
from app.imaging.rejection import ImageRejected
from app.models.image_schemas import UploadReport
from app.models.tables import Batch, Card, Image
from app.services import cleaning, incoming, pairing, removal
from app.services.batch_manager import ACTIVE
from app.services.derivatives import Derivatives
from app.services.folders import INCOMING, BatchFolder, is_regular, require_space
from app.services.intake import Accepted, Judgement, Leaf, Refused, discard, refused, told
from app.services.shelf import Shelf


class Ingest:
    """Judging needs no session and may run in many threads; storing is one short transaction."""

    def __init__(
        self,
        database: Database,
        batches_dir: Path,
        decoder: Decoder,
        derivatives: Derivatives,
        *,
        min_free_bytes: int,
    ) -> None:
        self._database = database
        self._root = batches_dir
        self._decoder = decoder
        self._derivatives = derivatives
        self._min_free_bytes = min_free_bytes

    def open(self, batch_name: str) -> Path:
        """The folder to receive into. Raises ``NotFound``, ``Conflict`` while running, ``NoSpace``."""
        with self._database.reading() as session:
            _require_idle(batches.get(session, batch_name), batch_name)
        require_space(self._root, self._min_free_bytes)
        folder = self._root / batch_name / INCOMING
        try:
            folder.mkdir(exist_ok=True)
        except (FileNotFoundError, FileExistsError):  # deleted at this moment: its folder must not come back
            raise no_batch(batch_name) from None
        return folder

    def judge(self, path: Path, original_name: str) -> Judgement:
        """Decode a received file to the end. Refusals are answers, not errors; ``NoSpace`` is raised.

        The file is kept only when it is accepted.
        """
        judgement: Judgement | None = None
        try:
            judgement = self._judge(path, cleaning.text(original_name)[:500])
            return judgement
        finally:
            if not isinstance(judgement, Accepted):
                path.unlink(missing_ok=True)

    def _judge(self, path: Path, shown: str) -> Judgement:
        try:
            digest = files.sha256(path)
            judged = self._decoder.judge(path)
            if judged.format == "pdf" or judged.pages > 1:
                return self._split(path, shown, digest, judged)
            files.sync_file(path)
            leaf = Leaf(path, digest, path.stat().st_size, judged.format, judged.width, judged.height, judged.blank)
        except ImageRejected as rejection:
            return Refused(shown, rejection.code, str(rejection), rejection.params)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise NoSpace("The disk with the scans is full. Free some space, then try again.") from error
            return Refused(shown, "decoder_failed", "The file could not be read back. Send it again.")
        return Accepted(shown, digest, (leaf,), format=judged.format)

    def _split(self, path: Path, shown: str, digest: str, judged: Judged) -> Accepted:
        pages = self._decoder.split(path, path.parent, path.name)
        try:
            leaves = tuple(self._leaf(page, number) for number, page in enumerate(pages, start=1))
        except BaseException:
            for page in pages:
                page.unlink(missing_ok=True)
            raise
        return Accepted(shown, digest, leaves, source=path, format=judged.format)

    def _leaf(self, page: Path, number: int) -> Leaf:
        seen = self._decoder.judge(page)
        digest, size = files.sha256(page), page.stat().st_size
        return Leaf(page, digest, size, seen.format, seen.width, seen.height, seen.blank, number)

    def store(self, batch_name: str, judgements: Sequence[Judgement]) -> UploadReport:
        """Name and keep what was accepted: files first, then rows, in one transaction."""
        folder = BatchFolder(self._root / batch_name)
        report = UploadReport(stored=[], skipped=[], rejected=[])
        placed: list[Path] = []
        try:
            with self._database.session() as session:
                batch = _require_idle(batches.lock(session, batch_name), batch_name)
                shelf = Shelf(session, batch, folder, placed)
                self._shelve(shelf, judgements, report)
                files.sync_dir(folder.root)
        except BaseException:
            for path in placed:
                path.unlink(missing_ok=True)
            raise
        finally:
            discard(judgements)
        for image in report.stored:
            self._derivatives.enqueue(folder, image.filename, image.format)
        return report

    def remove(self, batch_name: str, filename: str) -> None:
        """Remove one image of an idle batch; its card goes with its last image."""
        folder = BatchFolder(self._root / batch_name)
        marks: list[Path] = []
        try:
            with self._database.session() as session:
                batch = _require_idle(batches.lock(session, batch_name), batch_name)
                doomed = [folder.root / part for part in removal.take_out(session, batch, filename)]
                marks.extend(incoming.mark(path, folder.part(INCOMING)) for path in doomed if is_regular(path))
            for path in (*doomed, folder.thumbnail(filename), folder.view(filename)):
                path.unlink(missing_ok=True)
        finally:
            for mark in marks:
                mark.unlink(missing_ok=True)

    def _shelve(self, shelf: Shelf, judgements: Sequence[Judgement], report: UploadReport) -> None:
        digests = {j.sha256 for j in judgements if isinstance(j, Accepted)}
        known = images.known_sources(shelf.session, shelf.batch.id, digests)
        added: list[Image] = []
        for judgement in judgements:
            if isinstance(judgement, Refused):
                report.rejected.append(refused(judgement))
            elif judgement.sha256 in known:
                reason = f"The same scan is in the batch already, as {known[judgement.sha256]}."
                params: dict[str, JsonValue] = {"filename": known[judgement.sha256]}
                report.skipped.append(refused(Refused(judgement.original_name, "duplicate", reason, params)))
            else:
                rows = shelf.put(judgement)
                known[judgement.sha256] = rows[0].source_name or rows[0].filename
                added.extend(rows)
                report.stored.extend(told(row, shelf.wished) for row in rows)
        batches.count(shelf.session, shelf.batch.id, total=len(added))
        if added:
            pairing.pair_new(shelf.session, shelf.batch, added)


def _require_idle(batch: Batch | None, name: str) -> Batch:
    if batch is None:
        raise no_batch(name)
    if batch.status in ACTIVE:
        raise Conflict("The batch is being read. Change its images when it has ended.", code="batch_running")
    return batch


def copy_in(source: Path, folder: Path) -> Path:
    """A copy of a file on this machine, made durable, ready to be judged."""
    target = folder / f"{files.TEMPORARY_PREFIX}{secrets.token_hex(8)}"
    with source.open("rb") as origin, files.atomic_write(target) as out:
        shutil.copyfileobj(origin, out, 1 << 20)
    return target


def covers(session: Session, batch: Batch) -> list[Image]:
    """The first few fronts, for a batch's line in a list."""
    return images.covers(session, batch.id)


def page(session: Session, batch_name: str, *, offset: int, limit: int) -> tuple[list[tuple[Image, Card]], int]:
    """Images of a batch with their cards, in card order."""
    batch = batches.get(session, batch_name)
    if batch is None:
        raise no_batch(batch_name)
    return images.page(session, batch.id, offset=offset, limit=limit)


def find(session: Session, batch_name: str, name_key: str) -> Image | None:
    """The image of a batch with this key, or None."""
    batch = batches.get(session, batch_name)
    return images.get(session, batch.id, name_key) if batch is not None else None
