"""Bytes of an untrusted file at any place, bounded by its length."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.imaging.rejection import ImageRejected, damaged


@dataclass(frozen=True, slots=True)
class Source:
    """An open regular file. ``length`` in bytes."""

    file: BinaryIO
    length: int

    def peek(self, offset: int, count: int) -> bytes:
        """Return at most ``count`` bytes from ``offset``; fewer at the end of the file."""
        if not 0 <= offset < self.length:
            return b""
        self.file.seek(offset)
        return self.file.read(count)

    def at(self, offset: int, count: int) -> bytes:
        """Return exactly ``count`` bytes from ``offset``. Raises ``ImageRejected`` (damaged) past the end."""
        found = self.peek(offset, count)
        if len(found) != count:
            raise damaged(f"{count} bytes expected at {offset}, the file has {self.length}")
        return found

    def number(self, offset: int, count: int, order: str = "big") -> int:
        """Return the unsigned integer of ``count`` bytes at ``offset``, ``order`` being big or little."""
        return int.from_bytes(self.at(offset, count), "little" if order == "little" else "big")


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """Open a regular file. Raises ``ImageRejected`` for anything else, ``OSError`` if it is missing.

    A pipe or a device planted under an image's name must not hold up the thread, hence non-blocking.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        raise ImageRejected("not_an_image", "This is not a file but a folder or a device; choose image files.")
    with os.fdopen(descriptor, "rb", buffering=4096) as file:
        yield Source(file, status.st_size)
