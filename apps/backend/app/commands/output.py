"""The file that a command shall write: whether it can, said before the work and not after it."""

from __future__ import annotations

import os
from pathlib import Path

from app.core.errors import Invalid, NotFound


def require_writable(path: Path) -> None:
    """Raises ``Invalid`` or ``NotFound``."""
    if path.is_dir():
        raise Invalid(f"{path} is a folder; name the file to write, as in -o {path / 'out.csv'}.")
    if not path.parent.is_dir():
        raise NotFound(f"There is no folder {path.parent} to write {path.name} to.")
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise Invalid(f"Nothing may be written to the folder {path.parent.resolve()}; choose another with -o.")
