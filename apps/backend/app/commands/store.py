"""What commands share that look at an installation without serving it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.core import logging
from app.core.config import Settings
from app.core.errors import NotFound
from app.db import schema
from app.db.session import Database


@contextmanager
def opened(data_dir: Path | None) -> Iterator[tuple[Settings, Database]]:
    """The settings and the database that is there; raises ``NotFound`` rather than make an empty one."""
    settings = Settings() if data_dir is None else Settings(data_dir=data_dir)
    logging.configure("ERROR")
    if not settings.database_url and not (settings.data_dir / "indexcards.db").is_file():
        raise NotFound(f"There is no database in {settings.data_dir}; is it the right --data-dir?")
    database = Database(settings.url)
    try:
        schema.upgrade(database)
        yield settings, database
    finally:
        database.close()
