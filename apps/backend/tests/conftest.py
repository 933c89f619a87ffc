"""What every test may ask for. Each database test runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import psycopg
import pytest
from fastapi.testclient import TestClient

import postgres
from app.core.config import Settings
from app.engines.base import Engine
from app.main import create_app
from app.services.readers import Offer
from drawers import Drawer, House, OpenDrawer, OpenVision
from providers import KEY, FaultyProvider, Script, serving
from readers import ByBatch, Double

STORES = ["sqlite", "postgresql"]


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    with postgres.server() as address:
        yield address


def new_database(request: pytest.FixtureRequest) -> str:
    """An empty database on the store that the fixture's parameter names; empty means SQLite in the data directory."""
    if request.param == "sqlite":
        return ""
    server = request.getfixturevalue("postgres_server")
    name = f"test_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{server}/{name}"


def settings_for(folder: Path, database_url: str) -> Settings:
    return Settings(
        data_dir=folder / "data", database_url=database_url, engine="double", workers=4, min_free_bytes=0,
        decoders=1, adopt_after=0, frontend_dir=folder / "no-frontend",
    )  # fmt: skip


@pytest.fixture(params=STORES)
def database_url(request: pytest.FixtureRequest) -> str:
    """A database of the test's own."""
    return new_database(request)


@pytest.fixture
def settings(tmp_path: Path, database_url: str) -> Settings:
    return settings_for(tmp_path, database_url)


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


@pytest.fixture(scope="module", params=STORES)
def open_house(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    settings = settings_for(tmp_path_factory.mktemp("house"), new_database(request))
    reader = ByBatch()
    app = create_app(settings, {"double": Offer(make=lambda: reader, models=("double-1",))})
    with TestClient(app, base_url="http://localhost") as client:
        yield House(client, app.state.indexcards, reader)


@pytest.fixture
def house(open_house: House) -> Iterator[House]:
    """One application for all tests of a module: each looks only at batches of its own. Starts in no time."""
    yield open_house
    open_house.quiet()


@pytest.fixture
def read_by(settings: Settings) -> Iterator[OpenVision]:
    """Applications whose vision reader answers as a script tells it."""
    with ExitStack() as stack:

        def start(script: Script, **changes: object) -> tuple[Drawer, FaultyProvider]:
            server = stack.enter_context(serving(script))
            listed = json.dumps([{"name": "test", "base_url": server.url, "key": KEY, "calls": 4}])
            wanted = {**settings.model_dump(), "engine": "vision", "providers": listed, **changes}
            chosen = Settings.model_validate(wanted)
            client = stack.enter_context(TestClient(create_app(chosen), base_url="http://localhost"))
            return Drawer(client, client.app.state.indexcards), server  # type: ignore[attr-defined]

        yield start
