"""One database, two dialects: connections, transactions and nothing else.

SQLite: write-ahead log, foreign keys, ``BEGIN IMMEDIATE`` for writes, and one writer at a time inside this
process, so that writers queue instead of polling a lock.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from pydantic_core import from_json
from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from app.core.errors import NoSpace, Unavailable

WAL_SAFE = (3, 51, 3)
"""Below this SQLite may corrupt a write-ahead log that several connections share (fault-bar default 20)."""


def sqlite_module() -> ModuleType:
    """The bundled SQLite where there is one, else the interpreter's."""
    try:
        import pysqlite3
    except ImportError:
        return sqlite3
    module: ModuleType = pysqlite3
    return module


def _lower(value: object) -> object:
    """SQLite's own knows ASCII only."""
    return value.lower() if isinstance(value, str) else value


def _from_json(text: str | bytes) -> object:
    """Two to three times as fast as ``json``, which alone takes halves of surrogate pairs."""
    try:
        return from_json(text)
    except ValueError:
        return json.loads(text)


def is_disk_full(error: BaseException) -> bool:
    """Whether a database error says that there is no room."""
    said = str(error).lower()
    return "disk is full" in said or "no space left" in said or "disk full" in said


class Database:
    """Owns the connection pool. ``session()`` is the only place that commits."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.dialect = self.url.get_backend_name()
        self._writer = threading.Lock()
        self.engine = self._sqlite() if self.dialect == "sqlite" else self._postgresql()
        self._reader = self.engine.execution_options(read_only=True)

    def _sqlite(self) -> Engine:
        if self.url.database:
            Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
        module = sqlite_module()
        engine = create_engine(
            self.url,
            module=module,
            json_deserializer=_from_json,
            connect_args={"check_same_thread": False, "timeout": 15},
            pool_size=16,
            max_overflow=48,
            pool_timeout=30,
        )
        journal = "WAL" if module.sqlite_version_info >= WAL_SAFE else "DELETE"

        @event.listens_for(engine, "connect")
        def prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
            connection.isolation_level = None
            cursor = connection.cursor()
            for pragma in (
                f"journal_mode = {journal}",
                "foreign_keys = ON",
                "busy_timeout = 15000",
                "synchronous = FULL",
                "wal_autocheckpoint = 4000",
                "cache_size = -32000",
                "temp_store = MEMORY",
            ):
                cursor.execute(f"PRAGMA {pragma}")
            cursor.close()
            connection.create_function("lower", 1, _lower)

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            read_only = connection.get_execution_options().get("read_only", False)
            connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

        return engine

    def _postgresql(self) -> Engine:
        return create_engine(
            self.url.set(drivername="postgresql+psycopg"),
            json_deserializer=_from_json,
            pool_size=16,
            max_overflow=48,
            pool_timeout=30,
            pool_pre_ping=True,
            connect_args={"connect_timeout": 10},
        )

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A write transaction: commits when the block ends well, else rolls back. Keep it short."""
        held = self._writer if self.dialect == "sqlite" else contextlib.nullcontext()
        with held, _translated(), Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A read-only transaction with one view of the data, however long it lasts."""
        with _translated(), Session(self._reader, expire_on_commit=False) as session:
            if self.dialect == "postgresql":
                session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
            yield session

    def check(self) -> str:
        """The database's own version; raises ``Unavailable``."""
        with self.reading() as session:
            statement = "SELECT sqlite_version()" if self.dialect == "sqlite" else "SHOW server_version"
            return f"{self.dialect} {session.execute(text(statement)).scalar_one()}"

    def close(self) -> None:
        self.engine.dispose()


def _is_away(error: DBAPIError) -> bool:
    """Whether a server cannot be reached, is shutting down, or undid the transaction of one of two rivals."""
    state = getattr(error.orig, "sqlstate", "")
    return isinstance(error, OperationalError) and (state is None or state[:2] in ("08", "3D", "40", "53", "57"))


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        if is_disk_full(error):
            raise NoSpace("The disk with the database is full. Free some space, then try again.") from error
        if error.connection_invalidated or "locked" in str(error) or _is_away(error):
            raise Unavailable("The database does not answer at the moment. Try again.") from error
        raise
