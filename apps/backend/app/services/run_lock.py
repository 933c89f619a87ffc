"""Who is reading a batch: a lock that the system drops when the process dies, so none is left to clear."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: one process per data directory
    fcntl = None  # type: ignore[assignment]


LOOK, LOOKS = 0.02, 10
"""Seconds that somebody who only looks may hold the lock, and how often to try again."""
_never = threading.Event()


def _try(path: Path) -> int | None:
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    if fcntl is not None:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
            return None
    return handle


def _path(data_dir: Path, name: str) -> Path:
    folder = data_dir / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{name}.lock"


@contextmanager
def held(data_dir: Path, name: str) -> Iterator[bool]:
    """Hold the batch's lock for the block; yields False when another process has it, not merely looks at it."""
    handle = _try(_path(data_dir, name))
    tries = 0
    while handle is None and tries < LOOKS:
        _never.wait(LOOK)
        handle, tries = _try(_path(data_dir, name)), tries + 1
    try:
        yield handle is not None
    finally:
        if handle is not None:
            os.close(handle)


def forget(data_dir: Path, name: str) -> None:
    """The batch is deleted: its lock goes with it."""
    _path(data_dir, name).unlink(missing_ok=True)


def is_held(data_dir: Path, name: str) -> bool:
    """Whether a living process reads this batch."""
    handle = _try(_path(data_dir, name))
    if handle is not None:
        os.close(handle)
    return handle is None
