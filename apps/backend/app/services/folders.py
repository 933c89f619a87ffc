"""Where the files of a batch lie."""

from __future__ import annotations

import shutil
import stat
from dataclasses import dataclass
from pathlib import Path

from app.core.errors import NoSpace

ERRORS = "_errors"
THUMBS = "_thumbs"
VIEW = "_view"
SOURCES = "_sources"
INCOMING = ".incoming"
PUBLISHED = ".published"
OWN_FOLDERS = frozenset({ERRORS, THUMBS, VIEW, SOURCES, INCOMING, PUBLISHED})
CONFIG = "config.json"
CHECKPOINT = "checkpoint.json"


@dataclass(frozen=True, slots=True)
class BatchFolder:
    """One batch on disk. Nothing here follows a link out of it."""

    root: Path

    @property
    def name(self) -> str:
        return self.root.name

    def create(self) -> None:
        self.root.mkdir(parents=True, exist_ok=True)

    def part(self, name: str) -> Path:
        """A subfolder of ours, made when missing."""
        folder = self.root / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def image(self, filename: str, folder: str = "") -> Path:
        return self.root / folder / filename if folder else self.root / filename

    def locate(self, filename: str, folder: str = "") -> Path | None:
        """The file where the database says, else where a crash may have left it; None if it is gone."""
        for place in (folder, "", ERRORS):
            path = self.image(filename, place)
            if is_regular(path):
                return path
        return None

    def thumbnail(self, filename: str) -> Path:
        return self.root / THUMBS / f"{Path(filename).stem}.webp"

    def view(self, filename: str) -> Path:
        return self.root / VIEW / f"{Path(filename).stem}.webp"


def is_regular(path: Path) -> bool:
    """A plain file, not a link, pipe or device."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free


def require_space(folder: Path, minimum: int) -> None:
    """Raise ``NoSpace`` when less than ``minimum`` bytes would be left."""
    if free_bytes(folder) < minimum:
        raise NoSpace("The disk with the scans is nearly full. Free some space, then try again.")
