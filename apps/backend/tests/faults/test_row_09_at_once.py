"""Row 9: many browsers at once on one batch."""

from __future__ import annotations

import random
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest
from faults.conftest import Serve
from faults.served import Served, small_scans, until, upload

from drawers import Drawer

AT_ONCE = 50
STATUSES = {"draft", "running", "completed", "cancelling", "cancelled", "paused", "interrupted"}
LEGAL = {200, 202, 204, 404, 409}
LONG = 40
"""Cards of a second each by eight readers: who comes late, on a busy machine, still meets the run."""
Request = tuple[str, str]


class Crowd:
    """Browsers with connections of their own, that all ask at the same moment."""

    def __init__(self, server: Served) -> None:
        self._clients = [server.client() for _ in range(AT_ONCE)]
        self._pool = ThreadPoolExecutor(AT_ONCE)
        for client in self._clients:
            client.get("/api/v1/engines")

    def ask(self, requests: Sequence[Request]) -> list[tuple[Request, int]]:
        together = threading.Barrier(len(requests))

        def one(client: httpx2.Client, request: Request) -> tuple[Request, int]:
            together.wait(20)
            answer = client.request(*request)
            if answer.status_code == 200 and request[0] == "GET" and "status" in answer.json():
                assert answer.json()["status"] in STATUSES
            return request, answer.status_code

        return list(self._pool.map(one, self._clients, requests))

    def close(self) -> None:
        self._pool.shutdown()
        for client in self._clients:
            client.close()


def _mixed(counts: dict[Request, int]) -> list[Request]:
    requests = [request for request, count in counts.items() for _ in range(count)]
    random.shuffle(requests)
    assert len(requests) == AT_ONCE
    return requests


def _overlapping(server: Served, batch: str) -> list[str]:
    """Cards that were being read twice at the same time."""
    moments = [*server.calls("begin", batch), *server.calls("end", batch)]
    under_way: Counter[str] = Counter()
    found = []
    for call in sorted(moments, key=lambda call: (call.moment, call.what == "begin")):
        under_way[call.filename] += 1 if call.what == "begin" else -1
        if under_way[call.filename] > 1:
            found.append(call.filename)
    return found


def _idle(drawer: Drawer, batch: str) -> None:
    until(lambda: drawer.get(batch)["status"] not in ("running", "cancelling"), "the batch is idle", 60)


def _many_starts(server: Served, rounds: int) -> None:
    server.start()
    crowd = Crowd(server)
    with server.drawer() as drawer:
        for number in range(rounds):
            batch = drawer.batch(f"Round {number}")
            upload(drawer, batch, small_scans(60, f"r{number}-"))
            here = f"/api/v1/batches/{batch}"

            told = crowd.ask(_mixed({("POST", f"{here}/start"): 35, ("GET", here): 10, ("POST", f"{here}/retry"): 5}))

            started = Counter(code for (_, path), code in told if path.endswith("/start"))
            assert started == {202: 1, 409: 34}
            assert {code for (_, path), code in told if not path.endswith("/start")} <= {200, 409}
            _idle(drawer, batch)
            assert drawer.get(batch)["done"] == 60
            assert server.twice(batch) == []
    crowd.close()
    assert "Traceback" not in server.said


def _starts_cancels_and_retries(server: Served, rounds: int) -> None:
    server.start()
    crowd = Crowd(server)
    with server.drawer() as drawer:
        batch = drawer.batch()
        upload(drawer, batch, small_scans(120))
        here = f"/api/v1/batches/{batch}"
        for number in range(rounds):
            server.torn.touch() if number % 2 else server.torn.unlink(missing_ok=True)
            requests = _mixed(
                {
                    ("POST", f"{here}/start"): 15, ("POST", f"{here}/cancel"): 10, ("POST", f"{here}/retry"): 10,
                    ("GET", here): 10, ("GET", f"{here}/records"): 5,
                }
            )  # fmt: skip

            told = crowd.ask(requests)

            assert {code for _, code in told} <= {200, 202, 409}
            assert {code for (_, path), code in told if path.endswith("/cancel")} == {200}
            _idle(drawer, batch)
        assert _overlapping(server, batch) == []
        server.torn.unlink(missing_ok=True)
        while drawer.get(batch)["done"] != 120:
            action = "start" if drawer.get(batch)["pending"] else "retry"
            assert drawer.client.post(f"{here}/{action}").status_code == 202
            _idle(drawer, batch)
    crowd.close()
    assert "Traceback" not in server.said


def _starts_and_deletes(server: Served, rounds: int) -> None:
    server.start()
    crowd = Crowd(server)
    with server.drawer() as drawer:
        for number in range(rounds):
            batch = drawer.batch(f"Round {number}")
            drawer.upload(batch, *(scans := small_scans(LONG, f"d{number}-")), content=scans)
            here = f"/api/v1/batches/{batch}"

            told = crowd.ask(_mixed({("POST", f"{here}/start"): 20, ("DELETE", here): 20, ("GET", here): 10}))

            by_method = Counter((method, code) for (method, _), code in told)
            assert by_method["POST", 202] + by_method["DELETE", 204] == 1
            assert {code for _, code in told} <= LEGAL
            if by_method["DELETE", 204]:
                assert drawer.client.get(here).status_code == 404
                assert not (server.batches_dir / batch).exists()
                assert server.calls(batch=batch) == []
            else:
                drawer.client.post(f"{here}/cancel")
                _idle(drawer, batch)
                assert drawer.client.delete(here).status_code == 204
    crowd.close()
    assert list(server.batches_dir.iterdir()) == []
    assert "Traceback" not in server.said


def test_row_09_of_many_starts_one_wins_and_no_card_is_read_twice(serve: Serve) -> None:
    _many_starts(serve(latency=(0.02, 0.05)), 3)


def test_row_09_starts_cancels_and_retries_at_once_break_nothing(serve: Serve) -> None:
    _starts_cancels_and_retries(serve(latency=(0.01, 0.03)), 6)


def test_row_09_of_starts_and_deletes_one_kind_wins(serve: Serve) -> None:
    _starts_and_deletes(serve(latency=(1.0, 1.0)), 5)


@pytest.mark.bar
@pytest.mark.timeout(3600)
@pytest.mark.parametrize(
    ("many", "latency"),
    [
        (_many_starts, (0.02, 0.05)),
        (_starts_cancels_and_retries, (0.01, 0.03)),
        (_starts_and_deletes, (1.0, 1.0)),
    ],
)
def test_row_09_two_hundred_rounds_of_fifty_browsers(
    serve: Serve, many: Callable[[Served, int], None], latency: tuple[float, float]
) -> None:
    many(serve(latency=latency), 200)
