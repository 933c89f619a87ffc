"""Files written whole: a temporary one beside the target, then renamed."""

import os
from pathlib import Path


def temporary(target: Path, process: int) -> Path:
    """Return the name under which a process writes a target; whoever survives it can remove it."""
    return target.with_name(f".{target.name}.{process}.part")


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


def sync_folder(folder: Path) -> None:
    """Make renames in a folder durable. Raises ``OSError``."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
