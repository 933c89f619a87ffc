"""Results that are looked at during a run: always whole, never fewer, and with what people corrected."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import httpx2
from faults.conftest import Serve
from faults.served import Served, small_scans, upload, whole

from drawers import Drawer

CARDS = 200
POLLS = 300


def _poll(server: Served, batch: str, over: threading.Event) -> int:
    """Look at the results again and again; returns how often."""
    looked, before = 0, set[str]()
    with server.drawer() as drawer:
        while not over.is_set() or looked < POLLS // 3:
            now = set(whole(drawer.results(batch)))
            assert before <= now, "a result disappeared"
            before = now
            looked += 1
    return looked


def _page(client: httpx2.Client, batch: str, offset: int) -> list[dict[str, object]]:
    answer = client.get(f"/api/v1/batches/{batch}/records", params={"offset": offset, "limit": 50})
    assert answer.status_code == 200, answer.text
    items: list[dict[str, object]] = answer.json()["items"]
    return items


def _leaf_through(server: Served, batch: str, over: threading.Event) -> int:
    """Look at the table page by page; returns how many pages were seen."""
    looked = 0
    with server.client() as client:
        while not over.is_set() or looked < POLLS // 3:
            for offset in range(0, CARDS, 50):
                whole([item for item in _page(client, batch, offset) if item["status"] != "pending"])
                looked += 1
    return looked


def _correct(drawer: Drawer, batch: str, over: threading.Event) -> dict[str, str]:
    """Correct cards as they come in; returns what was acknowledged."""
    made: dict[str, str] = {}
    while not over.is_set():
        for entry in drawer.results(batch):
            name, wish = str(entry["filename"]), f"by hand: {entry['filename']}"
            if name in made:
                continue
            body = {"version": entry["version"], "set": {"Titel": wish}}
            answer = drawer.client.patch(f"/api/v1/batches/{batch}/records/{name}", json=body)
            assert answer.status_code == 200, answer.text
            made[name] = wish
            if over.is_set():
                break
    return made


def test_results_never_tear_during_a_run_and_corrections_survive_it(serve: Serve) -> None:
    server = serve(latency=(0.1, 0.2))
    server.start()
    over = threading.Event()
    with server.drawer() as drawer, ThreadPoolExecutor(4) as pool:
        batch = drawer.batch()
        upload(drawer, batch, small_scans(CARDS))
        drawer.start(batch)
        work = [pool.submit(_poll, server, batch, over) for _ in range(2)]
        work.append(pool.submit(_leaf_through, server, batch, over))
        corrected = pool.submit(_correct, drawer, batch, over)

        with server.drawer() as watcher:
            watcher.wait_for(batch, "completed", 90)
        over.set()
        looked = sum(each.result(60) for each in work)
        made = corrected.result(60)

        final = whole(drawer.results(batch))
    assert looked >= POLLS
    assert len(final) == CARDS
    assert made
    kept = {name: entry["data"]["Titel"] for name, entry in final.items() if name in made}  # type: ignore[index]
    assert kept == made
    assert "Traceback" not in server.said
