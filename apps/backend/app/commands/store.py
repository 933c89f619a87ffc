"""What commands share that look at an installation without serving it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.orm import Session

from app.core import config, logging
from app.core.config import Settings
from app.core.errors import NotFound
from app.db import batches, schema
from app.db.session import Database
from app.models.tables import Batch

SHOWN = 8
"""So many batches are named to somebody who asked for one that is not there."""


@contextmanager
def opened(data_dir: Path | None) -> Iterator[tuple[Settings, Database]]:
    """The settings and the database that is there; raises ``NotFound`` rather than make an empty one."""
    settings = config.load(data_dir)
    logging.configure("ERROR")
    if not settings.database_url and not (settings.data_dir / "indexcards.db").is_file():
        raise NotFound(f"There is no database in {settings.data_dir}; is it the right --data-dir?")
    database = Database(settings.url)
    try:
        schema.upgrade(database)
        yield settings, database
    finally:
        database.close()


def batch(session: Session, name: str) -> Batch:
    """Raises ``NotFound`` that names the batches that are there, newest first."""
    found = batches.get(session, name)
    if found is not None:
        return found
    newest, total = batches.page(session, status=None, q=None, offset=0, limit=SHOWN)
    known = ", ".join(one.name for one in newest) + (f" and {total - SHOWN} more" if total > SHOWN else "")
    raise NotFound(f"There is no batch called {name!r}. " + (f"There are: {known}." if known else "There is none yet."))
