"""Row 39: nothing blocks the event loop."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import httpx2
import pytest
import uvicorn
from blockbuster import BlockBuster
from faults.conftest import Record, Serve
from faults.served import Served, small_scans, until, upload
from faults.stand_in import PROBE
from websockets.sync.client import connect

from app.commands.sockets import Sockets
from app.core.config import Settings
from app.main import create_app
from app.services.readers import Offer
from drawers import FIELDS, scan
from ports import held_port
from readers import Slow

LAG_P99, LAG_MAX = 0.05, 0.25
"""Seconds, on top of what the loop is late by while nothing runs: that is the machine."""
TRIES = 3
"""Another guest of the machine may hold up one run, not three."""


@contextmanager
def _watched(settings: Settings) -> Iterator[int]:
    """A server in a thread of this process, whose loop raises when it is blocked; yields its port."""
    app = create_app(settings, {"double": Offer(make=lambda: Slow(0.05), models=("double-1",))})
    held, port = held_port()
    server = uvicorn.Server(
        uvicorn.Config(app, host="127.0.0.1", port=port, log_config=None, ws=Sockets, timeout_graceful_shutdown=3)
    )
    thread = threading.Thread(target=server.run, daemon=True)
    watch = BlockBuster()
    watch.activate()
    try:
        thread.start()
        until(lambda: server.started or not thread.is_alive(), "the server starts")
        yield port
    finally:
        server.should_exit = True
        thread.join(30)
        watch.deactivate()
        held.close()
    assert not thread.is_alive()


def _visit_everything(client: httpx2.Client, port: int) -> None:
    """The main routes, an upload that comes in pieces, a run with a listener."""
    large = scan("large") + b"\0" * 1_500_000
    batch = client.post("/api/v1/batches", json={"title": "Visit", "fields": FIELDS}).raise_for_status().json()["name"]
    here = f"/api/v1/batches/{batch}"
    files = [("files", (name, data, "image/jpeg")) for name, data in small_scans(6).items()]
    bad = ("files", ("bad.jpg", b"no picture", "image/jpeg"))
    report = client.post(f"{here}/images", files=[*files, ("files", ("large.jpg", large, "image/jpeg")), bad])
    assert (len(report.raise_for_status().json()["stored"]), len(report.json()["rejected"])) == (7, 1)
    half = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.jpg"\r\n\r\n' + large
    kind = {"content-type": "multipart/form-data; boundary=x"}
    assert client.post(f"{here}/images", content=half, headers=kind).status_code == 400
    with connect(f"ws://127.0.0.1:{port}/api/v1/ws/task/{batch}", proxy=None) as listener:
        assert client.post(f"{here}/start").status_code == 202
        assert client.post(f"{here}/start").status_code == 409
        while json.loads(listener.recv(timeout=30))["type"] != "finished":
            pass
    record = client.get(f"{here}/records/card0000.jpg").raise_for_status().json()
    body = {"version": record["version"], "set": {"Titel": "Neu"}}
    assert client.patch(f"{here}/records/card0000.jpg", json=body).status_code == 200
    for path in (
        "/api/v1/batches", here, f"{here}/images", f"{here}/results", f"{here}/records?q=card",
        f"{here}/export?format=csv", f"{here}/export?format=xlsx", f"{here}/export?format=json", "/api/v1/engines",
        "/api/v1/health", "/api/v1/templates", f"/batches-static/{batch}/card0000.jpg",
        f"/batches-static/{batch}/_thumbs/card0000.webp", "/api/v1/openapi.json",
    ):  # fmt: skip
        assert client.get(path).status_code == 200, path
    assert client.get(f"/batches-static/{batch}/config.json").status_code == 404
    assert client.post(f"{here}/cancel").status_code == 200
    assert client.delete(f"{here}/images/card0001.jpg").status_code == 204
    assert client.delete(here).status_code == 204


@pytest.mark.parametrize("database_url", [""])
def test_row_39_no_route_blocks_the_event_loop(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    (settings.frontend_dir / "assets").mkdir(parents=True)
    (settings.frontend_dir / "index.html").write_text("<!doctype html>")

    with (
        _watched(settings) as port,
        httpx2.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=30) as client,
    ):
        _visit_everything(client, port)
        assert client.get("/batches/some-address").text == "<!doctype html>"

    assert "BlockingError" not in caplog.text


def _lag(server: Served) -> dict[str, float]:
    """By how much the loop is late while a batch is read and looked at; less what it is late by while nothing runs."""
    with server.drawer() as drawer, ThreadPoolExecutor(2) as pool:
        batch = drawer.batch()
        upload(drawer, batch, small_scans(200))
        drawer.client.get(PROBE)
        threading.Event().wait(1.0)
        idle = drawer.client.get(PROBE).json()
        drawer.start(batch)
        over = threading.Event()

        def look() -> None:
            with server.client() as client:
                while not over.wait(0.02):
                    client.get(f"/api/v1/batches/{batch}/records", params={"limit": 100}).raise_for_status()

        looking = [pool.submit(look) for _ in range(2)]
        with server.follow(batch) as client:
            while json.loads(client.recv(timeout=60))["type"] != "finished":
                pass
        over.set()
        for each in looking:
            each.result(30)
        lag: dict[str, float] = drawer.client.get(PROBE).json()
    assert lag["n"] > 100
    return {"p99": lag["p99"] - idle["p99"], "max": lag["max"] - idle["max"]}


@pytest.mark.quiet
def test_row_39_the_loop_is_in_time_during_a_run(serve: Serve, record: Record) -> None:
    server = serve(latency=(0.1, 0.2))
    server.start()
    lags = []
    while len(lags) < TRIES and not any(lag["p99"] <= LAG_P99 and lag["max"] <= LAG_MAX for lag in lags):
        lags.append(_lag(server))

    best = min(lags, key=lambda lag: (lag["p99"] > LAG_P99, lag["max"]))
    record("lag_p99_ms", best["p99"] * 1000)
    record("lag_max_ms", best["max"] * 1000)
    assert best["p99"] <= LAG_P99
    assert best["max"] <= LAG_MAX
