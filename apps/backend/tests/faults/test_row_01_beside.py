"""Row 1, for a reader beside the first: SIGKILL at any moment, and no reading that was kept is paid for again."""

from __future__ import annotations

import random
import time

from faults.conftest import Serve
from faults.served import small_scans, until, upload
from faults.stand_in import OTHER

from app.imaging.decoder import Decoder

CARDS = 120
KILLS = 3
SLOW = (0.1, 0.3)
"""Seconds a card: the whole takes 3 s, so that a kill within 0.4 s never comes after the end."""


def test_row_01_a_killed_second_reader_goes_on_and_changes_no_record(serve: Serve, decoder: Decoder) -> None:
    server = serve(latency=SLOW)
    server.start()
    with server.drawer() as drawer:
        batch = drawer.batch()
        upload(drawer, batch, small_scans(CARDS))
        drawer.start(batch)
        drawer.wait_for(batch, "completed", 60)
        before = drawer.results(batch)
        wanted = {"engine": "other"}
        assert drawer.client.post(f"/api/v1/batches/{batch}/readings", json=wanted).status_code == 202

    for _ in range(KILLS):
        time.sleep(random.uniform(0.05, 0.4))
        server.kill()
        server.start()
        assert server.check(decoder) == []
        with server.drawer() as drawer:
            found = drawer.get(batch)
            assert (found["status"], found["pending"]) == ("interrupted", 0)
            assert isinstance(found["pass"], dict)
            assert found["pass"]["total"] == CARDS
            assert drawer.results(batch) == before
            drawer.start(batch)

    with server.drawer() as drawer:
        until(lambda: drawer.get(batch)["status"] == "completed", "the second reader ends", 60)
        found = drawer.get(batch)
        readers = {one["engine"]: one["cards"] for one in drawer.readers(batch)["items"]}
        assert (found["pass"], readers) == (None, {"double": CARDS, "other": CARDS})
        assert drawer.results(batch) == before
    assert len(server.calls(batch=batch)) == CARDS, "the first reader is not asked again"
    assert len(server.calls(batch=batch, reader=OTHER)) <= CARDS + KILLS * server.workers


def test_row_07_a_stopped_service_leaves_the_second_reader_to_be_resumed(serve: Serve) -> None:
    server = serve(latency=SLOW)
    server.start()
    with server.drawer() as drawer:
        batch = drawer.batch(options={"second": {"engine": "other"}})
        upload(drawer, batch, small_scans(CARDS))
        drawer.start(batch)
        until(lambda: bool(server.calls(reader=OTHER)), "the second reader begins", 60)
    server.terminate()
    server.start()

    with server.drawer() as drawer:
        found = drawer.get(batch)
        assert (found["status"], found["done"]) == ("interrupted", CARDS)
        drawer.start(batch)
        until(lambda: drawer.get(batch)["status"] == "completed", "the second reader ends", 60)
        assert {one["engine"]: one["cards"] for one in drawer.readers(batch)["items"]} == {
            "double": CARDS,
            "other": CARDS,
            "referee": CARDS,
        }
    assert not server.twice(batch)
