"""Row 1: SIGKILL at any moment loses nothing that was acknowledged."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import httpx2
import pytest
from faults.conftest import Record, Serve
from faults.served import Entry, Served, small_scans, until, upload, whole

from app.imaging.decoder import Decoder
from drawers import Drawer

INTERRUPTED_WITHIN = 5.0
"""Seconds of work of the new process: those of the clock say more of the machine's other guests."""
IDLE = ("completed", "interrupted")
A_CYCLE = 40
"""Cards for each kill: it comes when half of them are begun, so that some are left, however slow the machine is."""


def _restart(server: Served, decoder: Decoder) -> None:
    """Start again after a kill; files and database agree then."""
    server.start()
    assert server.check(decoder) == []


def _during(
    work: Callable[[], None],
    server: Served,
    seconds: float,
    *,
    begun: Callable[[], bool] = lambda: True,
    enough: Callable[[], bool] = lambda: False,
) -> None:
    """Kill the server ``seconds`` after the work has begun, or as soon as it has done enough.

    What the work then meets is a lost connection.
    """

    def carefully() -> None:
        with suppress(httpx2.TransportError):
            work()

    worker = threading.Thread(target=carefully)
    worker.start()
    until(begun, "the work has begun")
    end = time.monotonic() + seconds
    while time.monotonic() < end and not enough():
        time.sleep(max(0.0, min(0.02, end - time.monotonic())))
    server.kill()
    worker.join(30)
    assert not worker.is_alive()


def _seen_until_killed(server: Served, drawer: Drawer, batch: str, seconds: float) -> dict[str, Entry]:
    """Start; results that were handed out, whole, before the kill. That comes while cards are left."""
    seen: dict[str, Entry] = {}
    before = len(server.calls(batch=batch))
    drawer.start(batch)

    def look() -> None:
        while True:
            seen.update(whole(drawer.results(batch)))

    _during(look, server, seconds, enough=lambda: len(server.calls(batch=batch)) - before > A_CYCLE / 2)
    return seen


def _lose_nothing(server: Served, decoder: Decoder, record: Record, cards: int, cycles: int) -> None:
    server.start()
    with server.drawer() as drawer:
        batch = drawer.batch()
        upload(drawer, batch, small_scans(cards))
    seen: dict[str, Entry] = {}
    kills, slowest = 0, 0.0
    for _ in range(cycles):
        with server.drawer() as drawer:
            if drawer.get(batch)["status"] == "completed":
                break
            seen.update(_seen_until_killed(server, drawer, batch, random.uniform(0.02, 0.6)))
        kills += 1

        server.start()
        with server.drawer() as drawer:
            found = drawer.get(batch)
            slowest = max(slowest, server.worked())
            assert found["status"] in IDLE
            assert found["status"] == "interrupted" or found["pending"] == 0
            kept = whole(drawer.results(batch))
        assert server.check(decoder) == []
        assert {name: kept[name]["data"] for name in seen} == {name: seen[name]["data"] for name in seen}
        assert len(server.calls(batch=batch)) - len(kept) <= kills * server.workers

    with server.drawer() as drawer:
        if drawer.get(batch)["pending"]:
            drawer.start(batch)
        until(lambda: drawer.get(batch)["status"] == "completed", "the resume ends", 60)
        assert len(whole(drawer.results(batch))) == cards
        assert (drawer.get(batch)["done"], drawer.get(batch)["failed"]) == (cards, 0)
    again = len(server.calls(batch=batch)) - cards
    record("read_again_per_kill", again / max(1, kills))
    record("seconds_to_interrupted", slowest)
    assert kills == cycles, "the batch was too small for so many kills"
    assert again <= kills * server.workers
    assert slowest <= INTERRUPTED_WITHIN
    assert server.check(decoder) == []


def test_row_01_a_killed_run_loses_no_result_and_reads_few_cards_again(
    serve: Serve, decoder: Decoder, record: Record
) -> None:
    server = serve()
    cycles = 2 if server.database_url else 6

    _lose_nothing(server, decoder, record, cards=A_CYCLE * cycles, cycles=cycles)


@pytest.mark.bar
@pytest.mark.timeout(7200)
def test_row_01_five_hundred_kills_lose_nothing(serve: Serve, decoder: Decoder, record: Record) -> None:
    server = serve()
    cycles = 50 if server.database_url else 500

    for _ in range(cycles // 50):
        _lose_nothing(server, decoder, record, cards=A_CYCLE * 50, cycles=50)
        server.terminate()


def test_row_01_a_kill_during_an_upload_leaves_whole_scans_or_none(serve_sqlite: Serve, decoder: Decoder) -> None:
    server = serve_sqlite()
    server.start()
    scans = small_scans(60)
    with server.drawer() as drawer:
        batch = drawer.batch()
        drawer.upload(batch, *list(scans)[:5], content=scans)

    for _ in range(2):
        with server.drawer() as drawer:
            _during(lambda drawer=drawer: upload(drawer, batch, scans), server, random.uniform(0.05, 0.8))
        _restart(server, decoder)

    with server.drawer() as drawer:
        known = drawer.get(batch)["total"]
        assert isinstance(known, int)
        assert known >= 5
        report = drawer.upload(batch, *scans, content=scans)
        assert (len(report["stored"]), len(report["skipped"])) == (60 - known, known)
        assert drawer.get(batch)["total"] == 60
    assert server.check(decoder) == []


def test_row_01_a_kill_during_corrections_keeps_every_acknowledged_one(serve: Serve, decoder: Decoder) -> None:
    server = serve(latency=(0.0, 0.01))
    server.start()
    scans = small_scans(10)
    with server.drawer() as drawer:
        batch = drawer.batch()
        upload(drawer, batch, scans)
        drawer.start(batch)
        drawer.wait_for(batch, "completed")
    acknowledged: dict[str, tuple[int, object]] = {}

    def correct(drawer: Drawer) -> None:
        for number in range(100_000):
            for filename in scans:
                body = {"version": drawer.record(batch, filename)["version"], "set": {"Titel": f"Nr. {number}"}}
                answer = drawer.client.patch(f"/api/v1/batches/{batch}/records/{filename}", json=body)
                assert answer.status_code == 200, answer.text
                acknowledged[filename] = (answer.json()["version"], answer.json()["data"]["Titel"])

    for _ in range(1 if server.database_url else 2):
        with server.drawer() as drawer:
            _during(partial(correct, drawer), server, random.uniform(0.0, 0.8), begun=lambda: bool(acknowledged))
        _restart(server, decoder)

        with server.drawer() as drawer:
            for filename, (version, title) in acknowledged.items():
                kept = drawer.record(batch, filename)
                data = kept["data"]
                assert isinstance(data, dict)
                assert kept["version"] in (version, version + 1), "one correction may have been under way"
                assert data["Titel"] == title or kept["version"] == version + 1
    assert acknowledged


def test_row_01_a_kill_during_a_retry_leaves_every_file_where_its_row_says(
    serve_sqlite: Serve, decoder: Decoder
) -> None:
    server = serve_sqlite(latency=(0.0, 0.02))
    server.start()
    scans = small_scans(60)
    with server.drawer() as drawer:
        batch = drawer.batch()
        upload(drawer, batch, scans)
        server.torn.touch()
        drawer.start(batch)
        assert drawer.wait_for(batch, "completed", 30)["failed"] == 60

    for _ in range(2):
        with server.drawer() as drawer:
            action = "retry" if drawer.get(batch)["failed"] else "start"
            _during(
                lambda drawer=drawer, action=action: drawer.client.post(f"/api/v1/batches/{batch}/{action}"),
                server,
                random.uniform(0.0, 0.12),
            )
        _restart(server, decoder)

    server.torn.unlink()
    with server.drawer() as drawer:
        while drawer.get(batch)["done"] != 60:
            action = "retry" if drawer.get(batch)["failed"] else "start"
            assert drawer.client.post(f"/api/v1/batches/{batch}/{action}").status_code == 202
            until(lambda: drawer.get(batch)["status"] in IDLE, "the retry ends", 30)
    assert server.check(decoder) == []
