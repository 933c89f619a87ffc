"""Publishing ``checkpoint.json`` from the database: whole, fsynced, renamed.

Only changed records are made anew; the rest is the old file's, see ``splice``. So a batch of 100,000 cards costs
little more per publication than its changes.
"""

from __future__ import annotations

import json
import logging
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from pydantic_core import to_json
from sqlalchemy.orm import Session

from app.core import files
from app.core.errors import AppError
from app.db import batches, cards
from app.db.session import Database
from app.services import records, splice
from app.services.folders import CHECKPOINT, CONFIG, PUBLISHED, BatchFolder

log = logging.getLogger(__name__)
CHUNK = 100
NOTE = Path(PUBLISHED) / "checkpoint"
SPARE = Path(PUBLISHED) / "spare"
WORTH = 1 << 20
"""Bytes from which on a file stays as a spare while the batch runs."""
BEGINNING = b'{"filename":"'
QUIET = 0.5
"""Seconds without a further edit before an idle batch is published."""
SHARE = 20
"""Edits are published at most every twentieth of the time: large batches less often than small ones."""


@dataclass(slots=True)
class _Published:
    """What the file on disk holds."""

    revision: int = 0
    lines: splice.Lines = field(default_factory=splice.Lines)
    stamp: splice.Stamp | None = None
    spare: splice.Spare | None = None


class Publisher:
    """One background thread for all batches. ``touch`` says that a batch changed."""

    def __init__(self, database: Database, batches_dir: Path, *, interval: float) -> None:
        self._database = database
        self._root = batches_dir
        self._interval = interval
        self._known: dict[str, _Published] = {}
        self._due: dict[str, float] = {}
        self._cost: dict[str, float] = {}
        self._running: set[str] = set()
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
        if running:
            self._running.add(name)
        self._plan(name, self._interval if running else max(QUIET, SHARE * self._cost.get(name, 0.0)))

    def _plan(self, name: str, delay: float) -> None:
        with self._guard:
            due = time.monotonic() + min(self._interval, delay)
            self._due[name] = min(self._due.get(name, due), due)
            self._guard.notify()

    def forget(self, name: str) -> None:
        """The batch is deleted, or its cards were rearranged: start from nothing the next time."""
        with self._guard:
            self._due.pop(name, None)
            self._cost.pop(name, None)
            self._running.discard(name)
        with self._publishing:
            self._known.pop(name, None)
            (self._root / name / NOTE).unlink(missing_ok=True)
            splice.clear(self._root / name / SPARE)

    def publish(self, name: str) -> None:
        """Bring the file up to date now, for a while. Raises ``OSError`` or ``AppError``; the old file stays then."""
        self._running.discard(name)
        self._bring(name)

    def _bring(self, name: str) -> None:
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
            self._bring(name)
        except (OSError, AppError) as error:
            log.warning("checkpoint of %s not written: %s", name, error)
            if not self._stopped:
                self._plan(name, self._interval)

    def _publish(self, name: str) -> None:
        folder = BatchFolder(self._root / name)
        path = folder.root / CHECKPOINT
        known = self._known.get(name, _Published())
        if known.stamp is None or known.stamp != splice.stamp_of(path):
            known = _Published()
        with self._database.reading() as session:
            batch = batches.get(session, name)
            if batch is None or not folder.root.is_dir():
                return
            revision, batch_id = batch.revision, batch.id
            if known.stamp is None:
                known = _recall(session, batch_id, folder)
            if known.stamp is not None and known.revision == revision:
                self._let_go(name, known)
                return
            changed = cards.changed(session, batch_id, known.revision if known.stamp else -1)
            wanted = {card_id: key for card_id, key, has_record in changed if has_record}
            ids, fresh = list(wanted), dict[splice.Place, bytes]()
            for start in range(0, len(ids), CHUNK):
                made = records.by_ids(session, batch, ids[start : start + CHUNK])
                fresh.update(((wanted[card_id], card_id), to_json(record)) for card_id, record in made)
        next_one = splice.plan(known.lines, {card_id for card_id, _, _ in changed}, fresh)
        keep = name in self._running and known.stamp is not None and known.stamp[1] >= WORTH
        spare = splice.write(
            path, known.lines, next_one, spare=known.spare, beside=folder.root / SPARE if keep else None
        )
        self._known[name] = _Published(revision, next_one.lines, splice.stamp_of(path), spare)
        _note(folder, self._known[name])
        with self._database.session() as session:
            batches.set_published(session, batch_id, revision)

    def _let_go(self, name: str, known: _Published) -> None:
        """A batch that does not run needs no spare."""
        if known.spare is not None and name not in self._running:
            known.spare.path.unlink(missing_ok=True)
            known.spare = None


def _note(folder: BatchFolder, published: _Published) -> None:
    """Beside the file, which revision it holds: after a restart it need not be made anew."""
    said = json.dumps({"revision": published.revision, "stamp": published.stamp})
    note = folder.root / NOTE
    note.parent.mkdir(exist_ok=True)
    note.write_text(said, encoding="utf-8")  # torn is as good as absent


def _recall(session: Session, batch_id: int, folder: BatchFolder) -> _Published:
    """What the file on disk holds, from its note and its lines; nothing when it is not as we left it."""
    path = folder.root / CHECKPOINT
    splice.clear(folder.root / SPARE)  # of a process that died
    try:
        said = json.loads((folder.root / NOTE).read_text(encoding="utf-8"))
        revision, stamp = int(said["revision"]), splice.stamp_of(path)
        if stamp is None or tuple(said["stamp"]) != stamp:
            return _Published()
        place_of = {name: (key, card_id) for card_id, key, name in cards.places(session, batch_id)}
        found = [(place_of[name], length) for name, length in _lines(path)]
    except (OSError, ValueError, KeyError, TypeError):
        return _Published()
    lines = splice.Lines([place for place, _ in found], [length for _, length in found])
    if lines.places != sorted(lines.places) or not cards.settled(session, batch_id, revision) <= {
        card_id for _, card_id in lines.places
    }:
        return _Published()
    return _Published(revision, lines, stamp)


def _lines(path: Path) -> list[tuple[str, int]]:
    """The file name and the length of each record, as they follow each other."""
    found: list[tuple[str, int]] = []
    begin = len(BEGINNING)
    with path.open("rb") as lines:
        for line in lines:
            if line.startswith(BEGINNING):
                name = line[begin : line.index(b'"', begin)].decode()
                length = len(line) - 2 if line.endswith(b",\n") else len(line) - 1
                found.append((name, length))
    return found


def write_config(folder: BatchFolder, config: dict[str, object]) -> None:
    """``config.json``: title, schema, engine, options."""
    with files.atomic_write(folder.root / CONFIG) as out:
        out.write(json.dumps(config, ensure_ascii=False, indent=2).encode())
