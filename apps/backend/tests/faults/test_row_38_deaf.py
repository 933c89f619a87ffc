"""Row 38: a client that does not read is dropped, and nobody waits for it."""

from __future__ import annotations

import json
import time
from itertools import pairwise

import pytest
from faults.conftest import Serve
from faults.served import Served, small_scans, until, upload

CARDS = 600
WEIGHT = 20_000
PATIENCE = 3.0


def _held(server: Served, port: int) -> bool:
    """Whether the server still keeps the connection from this port."""
    return any(c.raddr and c.raddr.port == port for c in server.measured().net_connections("tcp"))


@pytest.mark.quiet
def test_row_38_a_deaf_client_is_dropped_and_delays_nobody(serve_sqlite: Serve) -> None:
    server = serve_sqlite(
        latency=(0.05, 0.1),
        environment={"STAND_IN_WEIGHT": str(WEIGHT), "STAND_IN_SEND_TIMEOUT": str(PATIENCE)},
    )
    server.start()
    with server.drawer() as drawer:
        batch = drawer.batch(fields=["Text"])
        upload(drawer, batch, small_scans(CARDS), at_once=200)
        with server.follow(batch) as client:
            deaf = [server.follow_deaf(batch) for _ in range(3)]
            ports = [connection.getsockname()[1] for connection in deaf]
            before = server.measured().memory_info().rss
            drawer.start(batch)

            frames, moments = [], []
            while not frames or frames[-1]["type"] != "finished":
                frames.append(json.loads(client.recv(timeout=60)))
                moments.append(time.monotonic())

            until(lambda: not any(_held(server, port) for port in ports), "the deaf are dropped", 30)
            grown = server.measured().memory_info().rss - before
    for connection in deaf:
        connection.close()
    gaps = [after - before for before, after in pairwise(moments[1:])]
    assert frames[-1]["done"] == CARDS
    assert max(gaps) <= PATIENCE, "another client had to wait"
    assert grown <= 100 * 2**20
    assert "Traceback" not in server.said
