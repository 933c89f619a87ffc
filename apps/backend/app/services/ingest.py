"""Taking scans in: judge each file alone, name it safely, store it whole."""

from __future__ import annotations

import errno
import secrets
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from app.core import files, names
from app.core.clock import now
from app.core.errors import Conflict, NoSpace, NotFound
from app.db import batches, cards, images, search
from app.db.session import Database
from app.imaging.decoder import Decoder, Judged
from app.imaging.rejection import ImageRejected
from app.models.schemas import RefusedImage, StoredImage, UploadReport
from app.models.tables import Batch, Card, Image
from app.services import cleaning, pairing
from app.services.batch_manager import ACTIVE
from app.services.derivatives import Derivatives
from app.services.folders import ERRORS, INCOMING, SOURCES, BatchFolder, is_regular, require_space

SUFFIXES = {
    "jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "png": (".png",),
    "webp": (".webp",),
    "tiff": (".tif", ".tiff"),
    "jp2": (".jp2", ".j2k", ".jpx", ".jpf", ".j2c"),
    "heic": (".heic", ".heif", ".hif"),
    "pdf": (".pdf",),
}
MEDIA_TYPES = {
    "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp", "tiff": "image/tiff", "jp2": "image/jp2",
    "heic": "image/heic", "pdf": "application/pdf",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Leaf:
    """One image to be: a file in ``.incoming`` and what is known of it."""

    path: Path
    sha256: str
    bytes: int
    format: str
    width: int
    height: int
    blank: bool
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """A file that was decoded to the end. ``source``: the file the leaves are pages of."""

    original_name: str
    sha256: str
    leaves: tuple[Leaf, ...]
    source: Path | None = None
    format: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    original_name: str
    code: str
    reason: str


Judgement = Accepted | Refused


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
        incoming = self._root / batch_name / INCOMING
        try:
            incoming.mkdir(exist_ok=True)
        except (FileNotFoundError, FileExistsError):  # deleted at this moment: its folder must not come back
            raise gone(batch_name) from None
        return incoming

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
            return Refused(shown, rejection.code, str(rejection))
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
                shelf = _Shelf(session, batch, folder, placed)
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
                doomed = [folder.root / part for part in _take_out(session, batch_name, filename)]
                marks.extend(_mark(path, folder.part(INCOMING)) for path in doomed if is_regular(path))
            for path in (*doomed, folder.thumbnail(filename), folder.view(filename)):
                path.unlink(missing_ok=True)
        finally:
            for mark in marks:
                mark.unlink(missing_ok=True)

    def _shelve(self, shelf: _Shelf, judgements: Sequence[Judgement], report: UploadReport) -> None:
        digests = {j.sha256 for j in judgements if isinstance(j, Accepted)}
        known = images.known_sources(shelf.session, shelf.batch.id, digests)
        added: list[Image] = []
        for judgement in judgements:
            if isinstance(judgement, Refused):
                report.rejected.append(_refused(judgement))
            elif judgement.sha256 in known:
                reason = f"The same scan is in the batch already, as {known[judgement.sha256]}."
                report.skipped.append(_refused(Refused(judgement.original_name, "duplicate", reason)))
            else:
                rows = shelf.put(judgement)
                known[judgement.sha256] = rows[0].source_name or rows[0].filename
                added.extend(rows)
                report.stored.extend(_told(row, shelf.wished) for row in rows)
        batches.count(shelf.session, shelf.batch.id, total=len(added))
        if added:
            pairing.pair_new(shelf.session, shelf.batch, added)


def _mark(path: Path, incoming: Path) -> Path:
    """A second name for a file that is about to go; see ``settle_incoming``."""
    mark = incoming / f"{files.TEMPORARY_PREFIX}{secrets.token_hex(8)}"
    with suppress(OSError):  # a file system without links
        mark.hardlink_to(path)
    return mark


def gone(name: str) -> NotFound:
    return NotFound(f"There is no batch called {name!r}.", code="batch_not_found")


def _require_idle(batch: Batch | None, name: str) -> Batch:
    if batch is None:
        raise gone(name)
    if batch.status in ACTIVE:
        raise Conflict("The batch is being read. Change its images when it has ended.", code="batch_running")
    return batch


def _refused(judgement: Refused) -> RefusedImage:
    return RefusedImage(original_name=judgement.original_name, code=judgement.code, reason=judgement.reason)


def _told(row: Image, wished: str) -> StoredImage:
    reason = "Stored."
    if row.page is not None:
        reason = f"Stored as page {row.page} of {row.original_name}."
    elif row.filename != wished:
        reason = f"Stored as {row.filename}, since another image has that name."
    elif row.filename != row.original_name.replace("\\", "/").rpartition("/")[2]:
        reason = f"Stored as {row.filename}, a name that every system can write."
    return StoredImage(
        filename=row.filename, original_name=row.original_name, reason=reason, format=row.format,
        width=row.width, height=row.height, page=row.page, blank=row.blank,
    )  # fmt: skip


def discard(judgements: Sequence[Judgement]) -> None:
    """Remove what is left in ``.incoming``."""
    for judgement in judgements:
        if isinstance(judgement, Accepted):
            for path in (*(leaf.path for leaf in judgement.leaves), judgement.source):
                if path is not None:
                    path.unlink(missing_ok=True)


def safe_name(original_name: str, format_name: str) -> str:
    """The user's name in its safe form, with a suffix that fits the content."""
    name = names.safe(original_name, "image")
    stem, dot, suffix = name.rpartition(".")
    if dot and f".{suffix.lower()}" in SUFFIXES[format_name]:
        return name
    known = dot and any(f".{suffix.lower()}" in group for group in SUFFIXES.values())
    return names.with_suffix(stem if known else name, SUFFIXES[format_name][0])


@dataclass(slots=True)
class _Shelf:
    """Puts files into one batch's folder and rows beside them, inside the caller's transaction."""

    session: Session
    batch: Batch
    folder: BatchFolder
    placed: list[Path]
    wished: str = ""

    def put(self, accepted: Accepted) -> list[Image]:
        source_name = None
        if accepted.source is not None:
            source_name = self._keep_source(accepted)
        rows = [self._put_leaf(accepted, leaf, source_name) for leaf in accepted.leaves]
        self.session.add_all(rows)
        self.session.flush()
        return rows

    def _keep_source(self, accepted: Accepted) -> str:
        assert accepted.source is not None
        shelf = self.folder.part(SOURCES)
        name = names.distinct(
            safe_name(accepted.original_name, accepted.format),
            lambda key: any(names.stem_key(p.name) == key for p in shelf.iterdir()),
        )
        self._move(accepted.source, shelf / name)
        return name

    def _put_leaf(self, accepted: Accepted, leaf: Leaf, source_name: str | None) -> Image:
        if leaf.page is None:
            self.wished = safe_name(accepted.original_name, leaf.format)
        else:
            stem = names.safe(accepted.original_name, "image").rpartition(".")[0] or "image"
            self.wished = f"{stem[:100]}_p{leaf.page:04d}{SUFFIXES[leaf.format][0]}"
        filename = names.distinct(self.wished, self._taken)
        self._move(leaf.path, self.folder.image(filename))
        card = pairing.new_card(self.session, self.batch, filename)
        return Image(
            batch_id=self.batch.id, card_id=card.id, side=0, filename=filename,
            name_key=names.stem_key(filename), original_name=accepted.original_name, sha256=leaf.sha256,
            source_sha256=accepted.sha256, source_name=source_name, page=leaf.page, bytes=leaf.bytes,
            format=leaf.format, media_type=MEDIA_TYPES[leaf.format], width=leaf.width, height=leaf.height,
            blank=leaf.blank, added_at=now(),
        )  # fmt: skip

    def _taken(self, key: str) -> bool:
        return key in OURS or images.name_taken(self.session, self.batch.id, key)

    def _move(self, source: Path, target: Path) -> None:
        """Until the commit the file keeps its name in ``.incoming`` too, and so tells a crash from a success."""
        target.unlink(missing_ok=True)  # what no row knows is nobody's file
        try:
            target.hardlink_to(source)
        except OSError:  # a file system without links
            source.replace(target)
        self.placed.append(target)


OURS = frozenset({"config", "checkpoint", "checkpoint.adopted"})


def settle_incoming(session: Session, batches_dir: Path) -> None:
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


def _take_out(session: Session, batch_name: str, filename: str) -> list[str]:
    """Take one image out of an idle batch; returns paths, relative to its folder, to unlink after the commit."""
    batch = _require_idle(batches.lock(session, batch_name), batch_name)
    image = images.by_filename(session, batch.id, filename)
    if image is None:
        raise NotFound(f"Batch {batch_name!r} has no image called {filename!r}.", code="image_not_found")
    card = session.get(Card, image.card_id)
    doomed = [f"{image.folder}/{filename}" if image.folder else filename]
    if image.source_name and not images.source_in_use(session, batch.id, image.source_name, [image.id]):
        doomed.append(f"{SOURCES}/{image.source_name}")
    session.delete(image)
    session.flush()
    if card is not None:
        _card_lost_a_side(session, batch, card)
    return doomed


def _card_lost_a_side(session: Session, batch: Batch, card: Card) -> None:
    left = images.of_cards(session, [card.id]).get(card.id, [])
    if left:
        for number, image in enumerate(left):
            image.side = number
        card.filename = left[0].filename
        card.order_key = names.natural(card.filename)
        card.version += 1
        card.revision = batches.count(session, batch.id)
        return
    was_done, was_failed = card.status == "done", card.status == "failed"
    search.remove(session, [card.id])
    cards.remove(session, card.id)
    batches.count(
        session, batch.id, total=-1, done=-was_done, failed=-was_failed, reviewed=-(card.review == "complete")
    )


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
        raise NotFound(f"There is no batch called {batch_name!r}.", code="batch_not_found")
    return images.page(session, batch.id, offset=offset, limit=limit)


def find(session: Session, batch_name: str, name_key: str) -> Image | None:
    """The image of a batch with this key, or None."""
    batch = batches.get(session, batch_name)
    return images.get(session, batch.id, name_key) if batch is not None else None
