"""Row 40: what threads say reaches every client whole and in order, with Python watching its own rules."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zlib

from faults import storm
from faults.conftest import Serve
from faults.served import TESTS, small_scans, upload, whole

WATCHED = {"PYTHONASYNCIODEBUG": "1"}
STRICT = ("-X", "dev", "-W", "error::RuntimeWarning", "-W", "error::ResourceWarning")
FAULTS = ("Traceback", "RuntimeError", "RuntimeWarning", "ResourceWarning", "never awaited", "Task was destroyed")


def _faults(said: str) -> list[str]:
    return [line for line in said.splitlines() if any(fault in line for fault in FAULTS)]


def test_row_40_frames_of_eight_threads_are_whole_in_order_and_complete() -> None:
    environment = {**os.environ, **WATCHED, "PYTHONPATH": os.pathsep.join([str(TESTS.parent), str(TESTS)])}

    ran = subprocess.run(
        [sys.executable, *STRICT, "-m", "faults.storm"],
        env=environment, capture_output=True, text=True, timeout=90, check=False,
    )  # fmt: skip

    assert ran.returncode == 0, ran.stderr[-2000:]
    assert _faults(ran.stderr) == []
    clients = [[json.loads(frame) for frame in json.loads(line)] for line in ran.stdout.splitlines()]
    assert len(clients) == storm.CLIENTS
    for frames in clients:
        assert [frame["type"] for frame in frames] == ["snapshot", *["progress"] * (len(frames) - 2), "finished"]
        numbers = [frame["seq"] for frame in frames]
        assert numbers == sorted(set(numbers))
        cards = [card for frame in frames[1:-1] for card in frame["cards"]]
        assert all(int(card["data"]["sum"]) == zlib.crc32(card["filename"].encode()) for card in cards)
        told = [card["filename"] for card in cards]
        assert len(told) == len(set(told)) == storm.THREADS * storm.EVENTS
        for thread in range(storm.THREADS):
            of_thread = [int(name.split("-")[1]) for name in told if name.startswith(f"{thread}-")]
            assert of_thread == sorted(of_thread)


def test_row_40_a_whole_run_breaks_no_rule_of_the_event_loop(serve_sqlite: Serve) -> None:
    server = serve_sqlite(latency=(0.01, 0.05), environment=WATCHED, flags=STRICT)
    server.start()
    with server.drawer() as drawer:
        batch = drawer.batch()
        upload(drawer, batch, small_scans(60))
        with server.follow(batch) as client:
            drawer.start(batch)
            frames = []
            while not frames or frames[-1]["type"] != "finished":
                frames.append(json.loads(client.recv(timeout=60)))
        assert len(whole(drawer.results(batch))) == 60
        assert drawer.client.get(f"/api/v1/batches/{batch}/export", params={"format": "xlsx"}).status_code == 200
    numbers = [frame["seq"] for frame in frames]
    assert numbers == sorted(set(numbers))
    assert frames[-1]["done"] == 60

    server.terminate()

    assert _faults(server.said) == []
