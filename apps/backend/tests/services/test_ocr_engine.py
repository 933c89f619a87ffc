"""Running a batch: what is read, what fails, what a stop leaves."""

from __future__ import annotations

from drawers import Drawer, OpenDrawer
from readers import Gated, torn


def test_a_batch_is_read_to_its_end(drawer: Drawer) -> None:
    batch = drawer.filled("b.jpg", "a.jpg")

    finished = drawer.run_to_end(batch)

    assert (finished["status"], finished["done"], finished["failed"]) == ("completed", 2, 0)
    assert [r["filename"] for r in drawer.results(batch)] == ["a.jpg", "b.jpg"]


def test_a_torn_card_fails_alone(open_drawer: OpenDrawer) -> None:
    drawer = open_drawer(torn("torn.jpg"))
    batch = drawer.filled("a.jpg", "torn.jpg", "b.jpg")

    finished = drawer.run_to_end(batch)

    assert (finished["done"], finished["failed"]) == (2, 1)
    assert drawer.on_disk(batch, "_errors") == ["torn.jpg"]


def test_cancel_begins_no_further_card_and_a_resume_reads_the_rest(open_drawer: OpenDrawer) -> None:
    reader = Gated()
    drawer = open_drawer(reader)
    batch = drawer.filled(*[f"{n}.jpg" for n in range(12)])
    drawer.start(batch)
    for _ in range(4):
        assert reader.begun.acquire(timeout=10)

    answer = drawer.client.post(f"/api/v1/batches/{batch}/cancel")
    cancelled = drawer.run_to_end(batch, start=False)

    assert answer.json() == {"message": "Cancel requested", "batch_name": batch}
    assert (cancelled["status"], cancelled["pending"]) == ("cancelled", 12)
    assert len(reader.calls) == 4
    reader.gate.release(50)
    assert drawer.run_to_end(batch)["done"] == 12
