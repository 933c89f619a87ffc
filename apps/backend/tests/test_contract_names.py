"""The names that earlier plans rely on (contract 8)."""

from __future__ import annotations

import inspect
import re
import threading
from pathlib import Path

from app.api.api_v1.endpoints import batches
from app.services.ocr_engine import OcrEngine
from app.services.ws_manager import WsManager, ws_manager
from drawers import Drawer

ROOT = Path(__file__).resolve().parents[3]


def test_cancel_events_are_made_lazily_set_and_dropped() -> None:
    event = ws_manager.get_or_create_cancel_event("contract-8")

    assert isinstance(event, threading.Event)
    assert ws_manager.get_or_create_cancel_event("contract-8") is event
    assert ws_manager.cancel_events["contract-8"] is event
    ws_manager.cancel_batch("contract-8")
    assert event.is_set()
    ws_manager.clear_cancel_event("contract-8")
    assert "contract-8" not in ws_manager.cancel_events
    ws_manager.clear_cancel_event("contract-8")


def test_a_cancel_of_a_batch_that_nobody_reads_makes_its_event() -> None:
    manager = WsManager()

    manager.cancel_batch("b")

    assert manager.cancel_events["b"].is_set()


def test_process_batch_reads_a_batch_and_heeds_a_plain_event(drawer: Drawer) -> None:
    batch = drawer.filled("a.jpg", "b.jpg")
    already = threading.Event()
    already.set()

    stopped = drawer.parts.engine.process_batch(batch, resume=True, cancel_event=already)
    finished = drawer.parts.engine.process_batch(batch, resume=True, cancel_event=threading.Event())

    assert (stopped, finished) == ("cancelled", "completed")
    assert {"resume", "cancel_event"} <= set(inspect.signature(OcrEngine.process_batch).parameters)


def test_endpoints_and_the_static_mount_have_their_names(drawer: Drawer) -> None:
    paths = list(drawer.client.app.openapi()["paths"])  # type: ignore[attr-defined]
    names = [getattr(route, "name", "") for route in drawer.client.app.routes]  # type: ignore[attr-defined]

    assert all(callable(getattr(batches, name)) for name in ("get_batch_results", "cancel_batch", "retry_image"))
    assert "/api/v1/batches/{batch_name}/retry-image/{filename}" in paths
    assert names.index("batches-static") == len(names) - 1


def test_the_development_server_passes_calls_and_sockets_on() -> None:
    config = (ROOT / "apps/frontend/vite.config.ts").read_text(encoding="utf-8")

    assert re.search(r"[\"']/api[\"']\s*:\s*\{[^}]*8000[^}]*ws:\s*true|[\"']/api[\"']\s*:\s*\{[^}]*ws:\s*true", config)
    assert re.search(r"[\"']/batches-static[\"']", config)
    assert "8000" in config
