"""Publishing ``checkpoint.json`` from the database: whole, fsynced, renamed.

What has not changed since the last time is copied by the kernel from the old file; only changed records are
made anew. So a batch of 100,000 cards costs little more per publication than its changes.
"""

from __future__ import annotations

import json
import logging
import os
import re
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic_core import to_json
from sqlalchemy.orm import Session

from app.core import files
from app.core.errors import AppError
from app.db import batches, cards
from app.db.session import Database
from app.services import records
from app.services.folders import CHECKPOINT, CONFIG, PUBLISHED, BatchFolder

log = logging.getLogger(__name__)
CHUNK = 500
NOTE = Path(PUBLISHED) / "checkpoint"
BEGINNING = re.compile(rb'\{"filename":("(?:[^"\\]|\\.)*")')
QUIET = 0.5
"""Seconds without a further edit before an idle batch is published."""
SHARE = 20
"""Edits are published at most every twentieth of the time: large batches less often than small ones."""

Entry = tuple[str, int, int, int]
"""order key, card id, offset in the file, length"""


@dataclass(slots=True)
class _Published:
    """What the file on disk holds."""

    revision: int = 0
    entries: list[Entry] = field(default_factory=list)
    stamp: tuple[int, int, int] | None = None


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return (found.st_ino, found.st_size, found.st_mtime_ns)


class Publisher:
    """One background thread for all batches. ``touch`` says that a batch changed."""

    def __init__(self, database: Database, batches_dir: Path, *, interval: float) -> None:
        self._database = database
        self._root = batches_dir
        self._interval = interval
        self._known: dict[str, _Published] = {}
        self._due: dict[str, float] = {}
        self._cost: dict[str, float] = {}
        self._guard = threading.Condition()
        self._publishing = threading.Lock()
        self._stopped = False
        self._thread = threading.Thread(target=self._work, name="publisher", daemon=True)

    def start(self) -> None:
        with self._database.reading() as session:
            stale = batches.unpublished(session)
        for name in stale:
            self.touch(name)
        self._thread.start()

    def touch(self, name: str, *, running: bool = False) -> None:
        """Publish soon; while the batch runs, at most once per interval."""
        delay = self._interval if running else min(self._interval, max(QUIET, SHARE * self._cost.get(name, 0.0)))
        with self._guard:
            due = time.monotonic() + delay
            self._due[name] = min(self._due.get(name, due), due)
            self._guard.notify()

    def forget(self, name: str) -> None:
        """The batch is deleted, or its cards were rearranged: start from nothing the next time."""
        with self._guard:
            self._due.pop(name, None)
            self._cost.pop(name, None)
        with self._publishing:
            self._known.pop(name, None)
            (self._root / name / NOTE).unlink(missing_ok=True)

    def publish(self, name: str) -> None:
        """Bring the file up to date now. Raises ``OSError`` or ``AppError``; the old file stays then."""
        with self._guard:
            self._due.pop(name, None)
        with self._publishing:
            begun = time.monotonic()
            self._publish(name)
            self._cost[name] = time.monotonic() - begun

    def stop(self) -> None:
        """Publish what is due, then end."""
        with self._guard:
            self._stopped = True
            self._guard.notify()
        if self._thread.is_alive():
            self._thread.join(timeout=10)
        for name in list(self._due):
            self._quietly(name)

    def _work(self) -> None:
        while True:
            with self._guard:
                if self._stopped:
                    return
                moment = time.monotonic()
                ready = [name for name, due in self._due.items() if due <= moment]
                if not ready:
                    nearest = min(self._due.values(), default=moment + 60)
                    self._guard.wait(max(0.01, nearest - moment))
                    continue
            for name in ready:
                self._quietly(name)

    def _quietly(self, name: str) -> None:
        try:
            self.publish(name)
        except (OSError, AppError) as error:
            log.warning("checkpoint of %s not written: %s", name, error)
            if not self._stopped:
                self.touch(name, running=True)

    def _publish(self, name: str) -> None:
        folder = BatchFolder(self._root / name)
        path = folder.root / CHECKPOINT
        known = self._known.get(name, _Published())
        if known.stamp is None or known.stamp != _stamp(path):
            known = _Published()
        with self._database.reading() as session:
            batch = batches.get(session, name)
            if batch is None or not folder.root.is_dir():
                return
            revision, batch_id = batch.revision, batch.id
            if known.stamp is None:
                known = _recall(session, batch_id, folder)
            if known.stamp is not None and known.revision == revision:
                return
            changed = cards.changed(session, batch_id, known.revision if known.stamp else -1)
            wanted = [(key, card_id) for card_id, key, has_record in changed if has_record]
            fresh: dict[int, bytes] = {}
            for start in range(0, len(wanted), CHUNK):
                chosen = cards.by_ids(session, [card_id for _, card_id in wanted[start : start + CHUNK]])
                made = records.assemble(session, batch, chosen)
                fresh.update((c.id, to_json(r)) for c, r in zip(chosen, made, strict=True))
        gone = {card_id for card_id, _, _ in changed}
        kept = [entry for entry in known.entries if entry[1] not in gone]
        entries = _write(path, kept, [(key, i, fresh[i]) for key, i in wanted if i in fresh])
        self._known[name] = _Published(revision, entries, _stamp(path))
        _note(folder, self._known[name])
        with self._database.session() as session:
            batches.set_published(session, batch_id, revision)


def _note(folder: BatchFolder, published: _Published) -> None:
    """Beside the file, which revision it holds: after a restart it need not be made anew."""
    said = json.dumps({"revision": published.revision, "stamp": published.stamp})
    note = folder.root / NOTE
    note.parent.mkdir(exist_ok=True)
    note.write_text(said, encoding="utf-8")  # torn is as good as absent


def _recall(session: Session, batch_id: int, folder: BatchFolder) -> _Published:
    """What the file on disk holds, from its note and its lines; nothing when it is not as we left it."""
    path = folder.root / CHECKPOINT
    try:
        said = json.loads((folder.root / NOTE).read_text(encoding="utf-8"))
        revision, stamp = int(said["revision"]), _stamp(path)
        if stamp is None or tuple(said["stamp"]) != stamp:
            return _Published()
        places = _places(path)
        entries = [(key, i, *places[name]) for i, key, name in cards.settled(session, batch_id, revision)]
    except (OSError, ValueError, KeyError, TypeError):
        return _Published()
    return _Published(revision, entries, stamp)


def _places(path: Path) -> dict[str, tuple[int, int]]:
    """By file name, where in the file its record stands: offset and length."""
    places: dict[str, tuple[int, int]] = {}
    position = 0
    with path.open("rb") as lines:
        for line in lines:
            if begun := BEGINNING.match(line):
                places[json.loads(begun[1])] = (position, len(line.removesuffix(b"\n").removesuffix(b",")))
            position += len(line)
    return places


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A piece of the old file that is still right."""

    start: int
    end: int


def _write(path: Path, kept: Sequence[Entry], fresh: Sequence[tuple[str, int, bytes]]) -> list[Entry]:
    """Merge kept and fresh records, in card order, into a new file in place of the old."""
    pieces, entries = _plan(kept, fresh)
    with files.atomic_write(path) as out:
        old = os.open(path, os.O_RDONLY) if kept else -1
        try:
            for piece in pieces:
                if isinstance(piece, bytes):
                    out.write(piece)
                else:
                    out.flush()
                    _copy(old, out.fileno(), piece)
        finally:
            if old >= 0:
                os.close(old)
    return entries


def _plan(kept: Sequence[Entry], fresh: Sequence[tuple[str, int, bytes]]) -> tuple[list[bytes | _Stretch], list[Entry]]:
    """What to write in which order, and where each record will then stand."""
    body = {card_id: text for _, card_id, text in fresh}
    merged = sorted([*kept, *((key, card_id, -1, len(text)) for key, card_id, text in fresh)])
    pieces: list[bytes | _Stretch] = [b"["]
    entries: list[Entry] = []
    position = 1
    for key, card_id, offset, length in merged:
        separator = b",\n" if entries else b"\n"
        last = pieces[-1]
        if isinstance(last, _Stretch) and offset == last.end + len(separator):
            pieces[-1] = _Stretch(last.start, offset + length)
        else:
            pieces.append(separator)
            pieces.append(body[card_id] if offset < 0 else _Stretch(offset, offset + length))
        position += len(separator)
        entries.append((key, card_id, position, length))
        position += length
    pieces.append(b"\n]\n")
    return pieces, entries


def _copy(source: int, target: int, piece: _Stretch) -> None:
    """Append a stretch of one file to another, in the kernel where it can."""
    position = piece.start
    while position < piece.end:
        try:
            copied = os.copy_file_range(source, target, piece.end - position, position)
        except (AttributeError, OSError):
            copied = os.write(target, os.pread(source, min(1 << 20, piece.end - position), position))
        if not copied:
            raise OSError("checkpoint.json changed while it was copied")
        position += copied


def write_config(folder: BatchFolder, config: dict[str, object]) -> None:
    """``config.json``: title, schema, engine, options."""
    with files.atomic_write(folder.root / CONFIG) as out:
        out.write(json.dumps(config, ensure_ascii=False, indent=2).encode())
