"""Row 34 for whole batches: a cancel is felt at once, whatever a provider does, and nothing is written after it."""

from __future__ import annotations

import threading
import time
from collections import Counter

import pytest
from faults.served import until

from app.services import vision
from drawers import Drawer, OpenVision
from providers import FaultyProvider, Says

CARDS = 10
TRIES = 3
"""Another guest of the machine may hold up one cancel, not three."""
SAID, ENDED = 0.2, 2.0
"""Seconds until the batch says that it is being cancelled, and until it is."""
HANGS = {
    "calls hang": Says(kind="hang"),
    "answers drip": Says("x" * 5000, kind="drip"),
    "asked to wait": Says("", 429, {"Retry-After": "300"}),
    "in trouble, and asks to wait": Says("", 503, {"Retry-After": "300"}),
    "a long back-off": Says("", 500),
}


def files(drawer: Drawer, batch: str) -> dict[str, int]:
    """The batch's files but thumbnails, and when each was written."""
    found = drawer.folder(batch).rglob("*")
    return {str(path): path.stat().st_mtime_ns for path in found if path.is_file() and path.parent.name != "_thumbs"}


def threads(*, pool: bool) -> Counter[str]:
    """Names of the service's threads: those of the readers' pool, which stay and wait, or all others."""
    all_names = [thread.name for thread in threading.enumerate()]
    ours = [name for name in all_names if not name.startswith("AnyIO") and "process_request_thread" not in name]
    return Counter(name for name in ours if name.startswith("reader") is pool)


def cancelled(drawer: Drawer, server: FaultyProvider, batch: str) -> tuple[float, float]:
    """Start, cancel while the provider holds the batch; seconds until it said so, and until it was over."""
    before = len(server.bodies)
    drawer.start(batch)
    until(lambda: len(server.bodies) > before, "the provider was asked")
    began = time.monotonic()
    drawer.client.post(f"/api/v1/batches/{batch}/cancel").raise_for_status()
    status = drawer.get(batch)["status"]
    said = time.monotonic() - began
    assert status in ("cancelling", "cancelled")
    assert drawer.run_to_end(batch, start=False)["status"] == "cancelled"
    return said, time.monotonic() - began


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", HANGS)
def test_row_34_a_cancel_is_felt_at_once_and_nothing_comes_after_it(read_by: OpenVision, name: str) -> None:
    drawer, server = read_by(lambda _b, _n: HANGS[name])
    batch = drawer.batch(engine="vision", model="m", options={"evidence": "stored"})
    drawer.upload(batch, *(f"{n:02}.jpg" for n in range(CARDS)))
    before = threads(pool=False)
    took = [cancelled(drawer, server, batch)]
    while len(took) < TRIES and (took[-1][0] > SAID or took[-1][1] > ENDED):
        took.append(cancelled(drawer, server, batch))
    gateway = vision.engine(drawer.parts.readers, "vision").tools.gateway

    assert any(said <= SAID and ended <= ENDED for said, ended in took), took
    assert (drawer.get(batch)["done"], drawer.get(batch)["failed"]) == (0, 0)
    until(lambda: gateway._in_flight == 0, "no call is under way")
    until(lambda: threads(pool=False) <= before, f"no thread is left behind: {before}, {threads(pool=False)}")
    assert threads(pool=True).total() <= CARDS, "a place for each card, and none was lost to a call"
    rows, kept, asked = drawer.dump(), files(drawer, batch), len(server.bodies)
    assert rows["readings"] == []
    server.ending.set()  # what still hung is answered now
    threading.Event().wait(0.3)
    assert (drawer.dump(), files(drawer, batch), len(server.bodies)) == (rows, kept, asked)
