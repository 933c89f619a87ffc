"""The life of a batch: start, cancel, retry, and what each leaves."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from drawers import House
from readers import Double, Failing, Gated, Slow, UnreadableCard, torn

BATCHES = "/api/v1/batches"


class Mended(Failing):
    """Cannot read these cards until it is mended."""

    def __init__(self, *filenames: str) -> None:
        self.broken = set(filenames)
        super().__init__(lambda card: UnreadableCard("torn", "torn") if card.filename in self.broken else None)


def post(house: House, batch: str, what: str) -> tuple[int, dict[str, object]]:
    answer = house.client.post(f"{BATCHES}/{batch}/{what}")
    return answer.status_code, answer.json()


def statuses(house: House, batch: str) -> dict[str, object]:
    items = house.client.get(f"{BATCHES}/{batch}/images").json()["items"]
    return {image["filename"]: image["status"] for image in items}


def test_a_start_needs_images_and_fields(house: House) -> None:
    empty, nameless = house.batch(), house.batch(fields=[])
    house.upload(nameless, "a.jpg")

    assert (post(house, empty, "start")[0], post(house, empty, "start")[1]["code"]) == (422, "no_images")
    assert (post(house, nameless, "start")[0], post(house, nameless, "start")[1]["code"]) == (422, "no_fields")
    assert house.get(empty)["status"] == "draft"


def test_a_running_batch_does_not_start_again(house: House) -> None:
    reader = Gated()
    batch = house.read_by(reader, "a.jpg")
    house.start(batch)

    code, problem = post(house, batch, "start")

    assert (code, problem["code"]) == (409, "batch_running")
    reader.gate.release()
    house.run_to_end(batch, start=False)
    assert reader.calls == ["a.jpg"]


def test_exactly_one_of_fifty_starts_wins(house: House) -> None:
    reader = Double()
    batch = house.read_by(reader, "a.jpg", "b.jpg")

    with ThreadPoolExecutor(50) as crowd:
        codes = [code for code, _ in crowd.map(lambda _: post(house, batch, "start"), range(50))]
    house.run_to_end(batch, start=False)

    assert sorted(set(codes)) == [202, 409]
    assert codes.count(202) == 1
    assert sorted(reader.calls) == ["a.jpg", "b.jpg"]


def test_a_batch_of_which_all_is_read_does_not_start_again(house: House) -> None:
    reader = Double()
    batch = house.read_by(reader, "a.jpg")
    house.run_to_end(batch)

    code, problem = post(house, batch, "start")

    assert (code, problem["code"]) == (409, "nothing_to_read")
    assert house.parts.engine.process_batch(batch) == "completed"
    assert reader.calls == ["a.jpg"]


def test_images_added_later_are_read_by_the_next_start(house: House) -> None:
    reader = Double()
    batch = house.read_by(reader, "a.jpg")
    house.run_to_end(batch)
    house.upload(batch, "b.jpg")

    assert house.get(batch)["pending"] == 1
    assert house.run_to_end(batch)["done"] == 2
    assert reader.calls == ["a.jpg", "b.jpg"]


def test_cancel_is_a_no_op_for_what_does_not_run(house: House) -> None:
    idle = house.filled("a.jpg")

    for name in (idle, "nowhere", "a%00b"):
        code, said = post(house, name, "cancel")
        if name != "a%00b":
            assert (code, said) == (200, {"message": "Cancel requested", "batch_name": name})
    assert house.get(idle)["status"] == "draft"


def test_a_stale_cancel_never_stops_a_later_run(house: House) -> None:
    batch = house.filled("a.jpg")
    for _ in range(3):
        post(house, batch, "cancel")

    assert house.run_to_end(batch)["status"] == "completed"


def test_cancels_and_starts_in_turn_read_every_card_once(house: House) -> None:
    reader = Slow(0.01)
    batch = house.read_by(reader, *[f"{n}.jpg" for n in range(30)])
    rounds = 0

    while house.get(batch)["pending"]:  # a cancel may come when the last card is read: then it is cancelled, and whole
        post(house, batch, "start")
        if rounds < 8:
            post(house, batch, "cancel")
        house.run_to_end(batch, start=False)
        rounds += 1

    assert house.get(batch)["done"] == 30
    assert sorted(set(reader.calls)) == sorted(f"{n}.jpg" for n in range(30))
    assert len(reader.calls) == 30


def test_a_retry_reads_the_failed_cards_and_no_others(house: House) -> None:
    reader = Mended("b.jpg", "d.jpg")
    batch = house.read_by(reader, "a.jpg", "b.jpg", "c.jpg", "d.jpg")
    assert house.run_to_end(batch)["failed"] == 2
    reader.broken.clear()
    reader.calls.clear()

    code, said = post(house, batch, "retry")
    ended = house.run_to_end(batch, start=False)

    assert (code, said["batch_name"]) == (202, batch)
    assert (ended["status"], ended["done"], ended["failed"]) == ("completed", 4, 0)
    assert sorted(reader.calls) == ["b.jpg", "d.jpg"]
    assert house.on_disk(batch, "_errors") == []
    assert house.record(batch, "b.jpg")["attempts"] == 2


def test_a_retry_without_failures_is_refused(house: House) -> None:
    batch = house.filled("a.jpg")
    house.run_to_end(batch)

    code, problem = post(house, batch, "retry")

    assert (code, problem["code"]) == (409, "nothing_failed")


def test_retry_image_moves_one_file_back_and_reads_it_alone(house: House) -> None:
    reader = Mended("b.jpg", "d.jpg")
    batch = house.read_by(reader, "a.jpg", "b.jpg", "d.jpg")
    house.run_to_end(batch)
    house.upload(batch, "pending.jpg")
    before = house.get(batch)
    reader.broken.clear()
    reader.calls.clear()

    code, said = post(house, batch, "retry-image/d.jpg")
    after = house.run_to_end(batch, start=False)

    assert (code, said) == (200, {"message": "Retry started for d.jpg", "batch_name": batch})
    assert reader.calls == ["d.jpg"]
    assert house.on_disk(batch, "_errors") == ["b.jpg"]
    assert statuses(house, batch) == {"a.jpg": "done", "b.jpg": "failed", "d.jpg": "done", "pending.jpg": "pending"}
    assert (before["status"], after["status"]) == ("completed", "completed")
    assert (after["done"], after["failed"], after["pending"]) == (2, 1, 1)


def test_a_cancelled_batch_is_cancelled_after_the_retry_of_one_image(house: House) -> None:
    gate = Gated()
    batch = house.read_by(torn("a.jpg"), *[f"{n}.jpg" for n in "abcdefgh"])
    house.reader.of[batch] = gate
    house.start(batch)
    for _ in range(4):
        assert gate.begun.acquire(timeout=10)
    post(house, batch, "cancel")
    assert house.run_to_end(batch, start=False)["status"] == "cancelled"
    house.reader.of[batch] = torn("a.jpg")
    house.run_to_end(batch)
    house.upload(batch, "later.jpg")
    house.reader.of[batch] = gate
    house.start(batch)
    assert gate.begun.acquire(timeout=10)
    post(house, batch, "cancel")
    assert house.run_to_end(batch, start=False)["status"] == "cancelled"
    house.reader.of[batch] = Double()

    post(house, batch, "retry-image/a.jpg")
    ended = house.run_to_end(batch, start=False)

    assert (ended["status"], ended["pending"], ended["failed"]) == ("cancelled", 1, 0)


def test_an_entry_disappears_while_its_card_is_read_again(house: House) -> None:
    batch = house.read_by(torn("b.jpg"), "a.jpg", "b.jpg")
    house.run_to_end(batch)
    assert [r["success"] for r in house.results(batch)] == [True, False]
    gate = Gated()
    house.reader.of[batch] = gate

    post(house, batch, "retry-image/b.jpg")
    assert gate.begun.acquire(timeout=10)

    assert [r["filename"] for r in house.results(batch)] == ["a.jpg"]
    assert house.get(batch)["status"] == "running"
    assert house.on_disk(batch, "_errors") == []
    gate.gate.release()
    house.run_to_end(batch, start=False)
    assert [r["success"] for r in house.results(batch)] == [True, True]


def test_retry_image_wants_a_failed_image(house: House) -> None:
    batch = house.read_by(torn("b.jpg"), "a.jpg", "b.jpg")
    house.run_to_end(batch)

    for filename in ("a.jpg", "c.jpg", "B.jpg", "b.png", "..%2fb.jpg"):
        code, problem = post(house, batch, f"retry-image/{filename}")
        assert code == 404, (filename, problem)
    assert house.get(batch)["status"] == "completed"


def test_a_retry_that_fails_again_moves_the_file_back(house: House) -> None:
    batch = house.read_by(torn("b.jpg"), "a.jpg", "b.jpg")
    house.run_to_end(batch)

    post(house, batch, "retry")
    ended = house.run_to_end(batch, start=False)

    assert (ended["status"], ended["failed"]) == ("completed", 1)
    assert house.on_disk(batch, "_errors") == ["b.jpg"]
    assert [r["attempt"] for r in house.record(batch, "b.jpg")["readings"]] == [1, 2]  # type: ignore[attr-defined]


def test_a_batch_can_be_read_anew(house: House) -> None:
    reader = Mended("b.jpg")
    batch = house.read_by(reader, "a.jpg", "b.jpg", "c.jpg")
    house.run_to_end(batch)
    reader.broken.clear()
    reader.calls.clear()

    status = house.parts.engine.process_batch(batch, resume=False)

    assert status == "completed"
    assert sorted(reader.calls) == ["a.jpg", "b.jpg", "c.jpg"]
    assert [r["attempts"] for r in house.results(batch)] == [2, 2, 2]
    assert house.get(batch)["done"] == 3


def test_records_stay_while_their_cards_are_read_anew(house: House) -> None:
    batch = house.read_by(Double(), "a.jpg", "b.jpg", "c.jpg")
    house.run_to_end(batch)
    before = house.results(batch)
    gate = Gated()
    house.reader.of[batch] = gate

    post(house, batch, "start?anew=true")
    assert gate.begun.acquire(timeout=10)
    post(house, batch, "cancel")
    gate.gate.release()
    ended = house.run_to_end(batch, start=False)

    assert (ended["status"], ended["pending"] > 0) == ("cancelled", True)
    assert [(r["filename"], r["status"]) for r in house.results(batch)] == [(r["filename"], "done") for r in before]
    page = house.client.get(f"/api/v1/batches/{batch}/records?status=done").json()
    assert (page["total"], len(page["items"])) == (3, 3)
    table = house.client.get(f"/api/v1/batches/{batch}/records").json()
    assert (table["total"], [r["data"] for r in table["items"]]) == (3, [r["data"] for r in house.results(batch)])

    del house.reader.of[batch]
    assert house.run_to_end(batch)["done"] == 3
    assert [r["attempts"] for r in house.results(batch)] == [2, 2, 2]


def test_an_event_that_is_set_already_stops_before_the_first_card(house: House) -> None:
    reader = Double()
    batch = house.read_by(reader, "a.jpg")
    cancel = threading.Event()
    cancel.set()

    assert house.parts.engine.process_batch(batch, cancel_event=cancel) == "cancelled"
    assert reader.calls == []
    assert house.run_to_end(batch)["status"] == "completed"
