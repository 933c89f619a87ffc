"""What every test may ask for. Each database test runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import postgres
import psycopg
import pytest
from app.core.config import Settings
from app.engines.base import Engine
from app.main import create_app
from app.services.readers import Offer
from drawers import Drawer, OpenDrawer
from fastapi.testclient import TestClient
from readers import Double


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    with postgres.server() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A database of the test's own; empty means SQLite in the data directory."""
    if request.param == "sqlite":
        return ""
    server = request.getfixturevalue("postgres_server")
    name = f"test_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{server}/{name}"


@pytest.fixture
def settings(tmp_path: Path, database_url: str) -> Settings:
    return Settings(
        data_dir=tmp_path / "data", database_url=database_url, engine="double", workers=4, min_free_bytes=0,
        decoders=1, frontend_dir=tmp_path / "no-frontend",
    )  # fmt: skip


@pytest.fixture
def open_drawer(settings: Settings) -> Iterator[OpenDrawer]:
    """Start an application with a reader of the test's choice; the last one closes with the test."""
    with ExitStack() as stack:

        def start(engine: Engine | None = None, **changes: object) -> Drawer:
            reader = engine or Double()
            app = create_app(
                settings.model_copy(update=changes), {"double": Offer(make=lambda: reader, models=("double-1",))}
            )
            client = stack.enter_context(TestClient(app, base_url="http://localhost"))
            return Drawer(client, app.state.indexcards)

        yield start


@pytest.fixture
def drawer(open_drawer: OpenDrawer) -> Drawer:
    """An application whose reader reads at once."""
    return open_drawer()
