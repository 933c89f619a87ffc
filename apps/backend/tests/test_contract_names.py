"""The names of contract section 8: earlier plans and other people's scripts rely on them."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
import threading
from pathlib import Path

from fastapi import FastAPI
from starlette.routing import Mount

from app.api.api_v1.endpoints import batches
from app.services.ocr_engine import OcrEngine
from app.services.ws_manager import WsManager, ws_manager
from drawers import Drawer, House
from readers import Gated

BACKEND = Path(__file__).parents[1]
VITE = BACKEND.parent / "frontend" / "vite.config.ts"


def test_uvicorn_finds_the_app(tmp_path: Path) -> None:
    asked = "from app.main import app; from fastapi import FastAPI; print(isinstance(app, FastAPI))"

    said = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=BACKEND, env={"INDEXCARDS_DATA_DIR": str(tmp_path)}, capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert said.stdout.strip() == "True"


def test_cancel_events_are_made_set_and_dropped() -> None:
    manager = WsManager()

    event = manager.get_or_create_cancel_event("drawer")
    manager.cancel_batch("drawer")

    assert isinstance(event, threading.Event)
    assert event.is_set()
    assert manager.cancel_events == {"drawer": event}
    assert manager.get_or_create_cancel_event("drawer") is event
    manager.clear_cancel_event("drawer")
    manager.clear_cancel_event("drawer")
    assert manager.cancel_events == {}
    assert not manager.get_or_create_cancel_event("drawer").is_set()


def test_there_is_one_manager_of_sockets() -> None:
    assert isinstance(ws_manager, WsManager)


def test_process_batch_takes_resume_and_cancel_event() -> None:
    parameters = inspect.signature(OcrEngine.process_batch).parameters

    assert list(parameters)[1] == "batch_name"
    assert parameters["resume"].default is True
    assert parameters["cancel_event"].default is None


def test_process_batch_looks_at_a_plain_event_between_cards(house: House) -> None:
    reader = Gated()
    batch = house.read_by(reader, *[f"{n}.jpg" for n in range(10)])
    cancel = threading.Event()
    ended: list[str] = []
    run = threading.Thread(
        target=lambda: ended.append(house.parts.engine.process_batch(batch, resume=True, cancel_event=cancel))
    )
    run.start()
    for _ in range(4):
        assert reader.begun.acquire(timeout=10)

    cancel.set()
    run.join(10)

    assert ended == ["cancelled"]
    assert len(reader.calls) == 4
    assert house.get(batch)["status"] == "cancelled"


def test_the_endpoints_have_their_names() -> None:
    names = {route.name: sorted(route.methods) for route in batches.router.routes}  # type: ignore[attr-defined]

    assert names["get_batch_results"] == ["GET"]
    assert names["cancel_batch"] == ["POST"]
    assert names["retry_image"] == ["POST"]


def test_scans_are_mounted_behind_the_api(house: Drawer) -> None:
    app = house.client.app
    assert isinstance(app, FastAPI)
    routes = list(app.routes)
    mount = next(route for route in routes if isinstance(route, Mount) and route.path == "/batches-static")

    assert mount.name == "batches-static"
    assert app.url_path_for("batches-static", path="b/a.jpg") == "/batches-static/b/a.jpg"
    after = routes[routes.index(mount) + 1 :]
    assert not any(str(getattr(route, "path", "")).startswith("/api") for route in after)


def test_vite_sends_the_api_and_the_scans_to_port_8000() -> None:
    config = VITE.read_text()
    api = re.search(r'"/api": \{[^}]*\}', config)
    static = re.search(r'"/batches-static": \{[^}]*\}', config)

    assert ":8000" in config
    assert api is not None
    assert "ws: true" in api.group()
    assert static is not None
    assert re.search(r"target: API", api.group())
    assert re.search(r"target: API", static.group())
