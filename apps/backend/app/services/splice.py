"""A file of records that follows its changes: what is still right is kept, or copied by the kernel.

Python's work follows the changes, never the size. So do the bytes written, where the file before the last one is
written on in place of the last: see ``Spare``.
"""

from __future__ import annotations

import os
import signal
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO

from app.core import files

try:
    import fcntl
except ImportError:  # Windows: no spare is ever written on
    fcntl = None  # type: ignore[assignment]

Place = tuple[str, int]
"""order key, card id"""
Stamp = tuple[int, int, int]
Piece = bytes | tuple[int, int]
"""New bytes, or from where to where in the old file."""
OPENING, FIRST, FURTHER, CLOSING = b"[", b"\n", b",\n", b"\n]\n"


def stamp_of(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return (found.st_ino, found.st_size, found.st_mtime_ns)


@dataclass(slots=True)
class Lines:
    """What a file holds: its records' places, sorted, and their lengths."""

    places: list[Place] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)

    def starts(self) -> list[int]:
        """Where each record begins, and where one more would."""
        begin = len(OPENING) + len(FIRST)
        return list(accumulate((length + len(FURTHER) for length in self.lengths), initial=begin))

    def end(self, count: int) -> int:
        """Where the first ``count`` records end."""
        return self.starts()[count] - len(FURTHER) if count else len(OPENING)


@dataclass(frozen=True, slots=True)
class Splice:
    """How to come from one file to the next. ``alike``: how many records, from the first, stand alike in both."""

    lines: Lines
    pieces: list[Piece]
    alike: int


def plan(old: Lines, gone: Collection[int], fresh: Mapping[Place, bytes]) -> Splice:
    """``gone``: cards whose records are no longer right; ``fresh``: what comes in their place."""
    key_of = {card_id: key for key, card_id in old.places}
    left = {(key_of[card_id], card_id) for card_id in gone if card_id in key_of}
    cuts = sorted(left | fresh.keys())
    starts, new = old.starts(), Lines()
    pieces: list[Piece] = []
    kept = 0
    for place in [*cuts, None]:
        at = len(old.places) if place is None else bisect_left(old.places, place, kept)
        if at > kept:
            pieces.append((starts[kept], starts[at] - len(FURTHER)))
            new.places += old.places[kept:at]
            new.lengths += old.lengths[kept:at]
        kept = at + (place in left)
        if place is not None and (text := fresh.get(place)) is not None:
            pieces.append(text)
            new.places.append(place)
            new.lengths.append(len(text))
    return Splice(new, pieces, bisect_left(old.places, cuts[0]) if cuts else len(old.places))


@dataclass(frozen=True, slots=True)
class Spare:
    """The file before the last one, under a name of its own; ``alike``: as in the splice from it to the last.

    Written on, it becomes the next one at the cost of what changed since. Only where nobody reads it any more.
    """

    path: Path
    alike: int
    stamp: Stamp | None

    def is_free(self) -> bool:
        """As we left it, with no other name, and open nowhere."""
        if fcntl is None or not hasattr(fcntl, "F_SETLEASE") or self.stamp != stamp_of(self.path):
            return False
        handle = os.open(self.path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)  # who opens it now sends a signal that nobody minds
            fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_WRLCK)  # refused while it is open elsewhere
            fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_UNLCK)
            return os.fstat(handle).st_nlink == 1
        except OSError:
            return False
        finally:
            os.close(handle)


def write(path: Path, old: Lines, splice: Splice, *, spare: Spare | None, beside: Path | None) -> Spare | None:
    """The next file in place of the old one, at once. ``beside``: where the old one stays as the next spare."""
    common = min(spare.alike, splice.alike) if spare is not None else 0
    ready = spare.path if spare is not None and common and spare.is_free() else None
    left = _aside(path, beside)
    try:
        if ready is None:
            with files.atomic_write(path) as out:
                _fill(out, path, splice.pieces)
        else:
            _write_on(ready, path, splice.pieces, old.end(common))
    except BaseException:
        for useless in (left, spare.path if spare is not None else None):
            if useless is not None:
                useless.unlink(missing_ok=True)
        raise
    if spare is not None and ready is None:
        spare.path.unlink(missing_ok=True)
    if left is None or beside is None:
        return None
    left.replace(beside)
    return Spare(beside, splice.alike, stamp_of(beside))


def _aside(path: Path, beside: Path | None) -> Path | None:
    """A second name for the old file, which is about to lose its own; None where a file can have but one."""
    if beside is None:
        return None
    left = _waiting(beside)
    try:
        left.unlink(missing_ok=True)
        left.hardlink_to(path)
    except OSError:
        return None
    return left


def _waiting(beside: Path) -> Path:
    return beside.with_name(f"{files.TEMPORARY_PREFIX}{beside.name}")


def clear(beside: Path) -> None:
    """No spare, whoever left it."""
    for useless in (beside, _waiting(beside)):
        useless.unlink(missing_ok=True)


def _write_on(ready: Path, path: Path, pieces: Sequence[Piece], end: int) -> None:
    """Cut the spare where it is no longer right, append the rest from the old file, and let it take its name."""
    with ready.open("r+b") as out:
        out.truncate(end)
        out.seek(end)
        _fill(out, path, pieces, end)
        out.flush()
        os.fsync(out.fileno())
    ready.replace(path)
    files.sync_dir(path.parent)


def _fill(out: BinaryIO, path: Path, pieces: Sequence[Piece], there: int = 0) -> None:
    """Opening, records, closing; of the first stretch what lies before ``there`` is in ``out``."""
    old = os.open(path, os.O_RDONLY) if any(isinstance(piece, tuple) for piece in pieces) else -1
    try:
        if not there:
            out.write(OPENING)
        for number, piece in enumerate(pieces):
            if number or not there:
                out.write(FURTHER if number else FIRST)
            if isinstance(piece, bytes):
                out.write(piece)
            else:
                out.flush()
                _copy(old, out.fileno(), max(piece[0], 0 if number else there), piece[1])
        out.write(CLOSING)
    finally:
        if old >= 0:
            os.close(old)


def _copy(source: int, target: int, start: int, end: int) -> None:
    """Append a stretch of one file to another, in the kernel where it can."""
    position = start
    while position < end:
        try:
            copied = os.copy_file_range(source, target, end - position, position)
        except (AttributeError, OSError):
            copied = os.write(target, os.pread(source, min(1 << 20, end - position), position))
        if not copied:
            raise OSError("checkpoint.json changed while it was copied")
        position += copied
