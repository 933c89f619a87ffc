"""Files written whole by a decoder process, under a temporary name that outsiders can tell."""

import os
from pathlib import Path

from app.core.files import TEMPORARY_PREFIX


def temporary(target: Path, process: int) -> Path:
    """Return the name under which a process writes a target; whoever survives the process can remove it."""
    return target.with_name(f"{TEMPORARY_PREFIX}{process}-{target.name}")


def write(target: Path, content: bytes | memoryview) -> None:
    """Write the file so that a crash leaves the old or the new content. Raises ``OSError``."""
    part = temporary(target, os.getpid())
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError:
        part.unlink(missing_ok=True)
        raise
