"""Whether the service can work, and with which readers."""

from __future__ import annotations

import psycopg
import pytest
from fastapi.testclient import TestClient

from app.core.config import Settings
from app.main import create_app
from app.services.readers import Offer
from drawers import OpenDrawer
from readers import Double


def test_a_service_that_works_says_so(open_drawer: OpenDrawer, settings: Settings) -> None:
    answer = open_drawer().client.get("/api/v1/health")

    told = answer.json()
    assert (answer.status_code, told["status"], told["engine"]) == (200, "ok", "double")
    assert told["database"].startswith("postgresql" if settings.database_url else "sqlite")
    assert told["free_bytes"] > 0


def test_a_full_disk_is_503(open_drawer: OpenDrawer) -> None:
    answer = open_drawer(min_free_bytes=2**60).client.get("/api/v1/health")

    assert (answer.status_code, answer.json()["status"]) == (503, "degraded")


def test_a_reader_that_lacks_something_says_what(settings: Settings) -> None:
    offers = {
        "double": Offer(make=Double, models=("double-1",), needs="Set INDEXCARDS_OPENAI_API_KEY.", leaves_machine=True),
        "other": Offer(make=Double, models=()),
    }
    with TestClient(create_app(settings, offers), base_url="http://localhost") as client:
        health, engines = client.get("/api/v1/health"), client.get("/api/v1/engines").json()

    assert health.status_code == 503
    assert engines["default"] == "double"
    assert [(e["name"], e["state"], e["leaves_machine"]) for e in engines["items"]] == [
        ("double", "unavailable", True),
        ("other", "ready", False),
    ]
    assert engines["items"][0]["needs"] == "Set INDEXCARDS_OPENAI_API_KEY."


@pytest.mark.parametrize("path", ["health", "batches", "batches/x", "templates"])
def test_a_database_that_is_away_is_503(open_drawer: OpenDrawer, settings: Settings, path: str) -> None:
    if not settings.database_url:
        return  # SQLite lies in a file of ours: it is never away
    drawer = open_drawer()
    server, _, name = settings.database_url.rpartition("/")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")

    answer = drawer.client.get(f"/api/v1/{path}")

    assert answer.status_code == 503, answer.text
