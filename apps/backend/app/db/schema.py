"""The schema's version: brought up to date at every start."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, inspect

from app.db.session import Database

MIGRATIONS = Path(__file__).parent / "migrations"


def config(connection: Connection) -> Config:
    """Alembic's configuration for a connection that is in a transaction."""
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS))
    settings.attributes["connection"] = connection
    return settings


def upgrade(database: Database) -> None:
    """Bring an empty or older database to the newest schema, in one transaction."""
    with database.engine.begin() as connection:
        command.upgrade(config(connection), "head")


def is_empty(database: Database) -> bool:
    """Whether no schema has been made yet."""
    with database.engine.connect() as connection:
        return not inspect(connection).has_table("alembic_version")
