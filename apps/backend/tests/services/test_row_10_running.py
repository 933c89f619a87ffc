"""What may not happen to a batch while it is read, and results that come too late."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from app.services import results
from drawers import House, OpenDrawer, scan
from readers import Gated, Stubborn, reading_of


def test_row_10_delete_retry_and_upload_wait_for_the_end(house: House) -> None:
    reader = Gated()
    batch = house.read_by(reader, "a.jpg", "b.jpg")
    house.start(batch)
    assert reader.begun.acquire(timeout=10)
    base = f"/api/v1/batches/{batch}"

    answers = [
        house.client.delete(base),
        house.client.post(f"{base}/retry"),
        house.client.post(f"{base}/retry-image/a.jpg"),
        house.client.post(f"{base}/images", files=[("files", ("c.jpg", scan("c")))]),
        house.client.delete(f"{base}/images/a.jpg"),
        house.client.patch(base, json={"fields": ["Neu"]}),
    ]

    assert [(a.status_code, a.json()["code"]) for a in answers] == [(409, "batch_running")] * 6
    reader.gate.release(2)
    assert house.run_to_end(batch, start=False)["done"] == 2
    assert house.on_disk(batch, ".incoming") == []


def test_row_10_a_cancelled_batch_is_deleted_for_good(open_drawer: OpenDrawer) -> None:
    reader = Stubborn()
    drawer = open_drawer(reader, read_timeout=0.5)
    batch = drawer.filled("a.jpg", "b.jpg")
    drawer.start(batch)
    assert reader.begun.acquire(timeout=10)
    drawer.client.post(f"/api/v1/batches/{batch}/cancel")
    assert drawer.run_to_end(batch, start=False)["status"] == "cancelled"

    assert drawer.client.delete(f"/api/v1/batches/{batch}").status_code == 204
    reader.gate.release(10)  # the late results come now
    drawer.parts.engine.executor.shutdown()
    drawer.parts.publisher.stop()

    assert reader.calls
    assert not drawer.folder(batch).exists()
    assert not [path for path in drawer.parts.settings.data_dir.rglob(f"*{batch}*") if path.is_file()]
    assert all(not rows for name, rows in drawer.dump().items() if name in ("batches", "images", "cards", "readings"))
    assert drawer.client.get(f"/api/v1/batches/{batch}/results").status_code == 404


def test_row_10_a_late_result_of_an_earlier_run_is_not_stored(open_drawer: OpenDrawer) -> None:
    reader = Stubborn()
    drawer = open_drawer(reader, read_timeout=0.4)
    batch = drawer.filled("a.jpg")
    drawer.run_to_end(batch)
    assert drawer.get(batch)["failed"] == 1
    before = drawer.record(batch, "a.jpg")

    reader.gate.release(5)
    drawer.parts.engine.executor.shutdown()

    assert drawer.record(batch, "a.jpg") == before
    assert drawer.on_disk(batch, "_errors") == ["a.jpg"]


def test_row_10_a_result_for_a_card_that_is_gone_makes_no_card(house: House) -> None:
    from app.db import batches, cards, readings
    from app.engines.base import Card

    batch = house.filled("a.jpg", "b.jpg")
    with house.parts.database.reading() as session:
        row = batches.get(session, batch)
        assert row is not None
        card = cards.get(session, row.id, "a.jpg")
        assert card is not None
    assert house.client.delete(f"/api/v1/batches/{batch}/images/a.jpg").status_code == 204

    late = results.row(card.id, reading_of(Card(batch, "a.jpg", (), ())))
    with house.parts.database.session() as session:
        assert readings.keep(session, late) is False

    assert house.get(batch)["total"] == 1
    assert house.results(batch) == []
    assert house.on_disk(batch) == ["b.jpg", "config.json"]


def test_row_10_pictures_that_are_made_while_their_batch_is_deleted_bring_nothing_back(house: House) -> None:
    names = [f"{n}.tif" for n in range(6)]
    content = {name: scan(name, kind="TIFF") for name in names}
    data_dir = house.parts.settings.data_dir
    for _ in range(4):
        batch = house.batch()
        house.upload(batch, *names, content=content)
        images = house.client.get(f"/api/v1/batches/{batch}/images").json()["items"]
        wanted = [image[kind] for image in images for kind in ("thumbnail_url", "view_url")]
        with ThreadPoolExecutor(4) as crowd:
            looking = [crowd.submit(house.client.get, url) for url in wanted]
            assert house.client.delete(f"/api/v1/batches/{batch}").status_code == 204
            codes = {answer.result().status_code for answer in looking}

        assert codes <= {200, 404}
        assert not house.folder(batch).exists()
        assert not [path for path in data_dir.rglob("*") if batch in str(path)]
