"""Trying a set-up on a few cards: read now, nothing stored."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import pytest
from sqlalchemy import func, select

from app.engines.base import CancelToken, Card, EngineBusy, UnreadableCard
from app.models.columns import Base
from app.models.record import FieldSpec, Page, Reading, Value
from drawers import Drawer, House, OpenDrawer
from readers import Double, Failing, Gated, reading_of

NAMES = [f"{number}.jpg" for number in range(1, 8)]


def trial(drawer: Drawer, batch: str, **body: object) -> dict[str, object]:
    answer = drawer.client.post(f"/api/v1/batches/{batch}/try", json=body)
    assert answer.status_code == 200, answer.text
    found: dict[str, object] = answer.json()
    return found


def cards_of(report: dict[str, object]) -> list[dict[str, object]]:
    found = report["cards"]
    assert isinstance(found, list)
    return found


def rows(drawer: Drawer) -> dict[str, int]:
    with drawer.parts.database.reading() as session:
        return {
            name: session.scalar(select(func.count()).select_from(table)) or 0
            for name, table in Base.metadata.tables.items()
        }


class Words(Double):
    """Keeps its words for other fields, and counts how often it looked at a card."""

    def field_again(self, pages: Sequence[Page], schema: Sequence[FieldSpec]) -> tuple[Value, ...]:
        return tuple(Value(field.name, f"again {pages[0].lines[0].text}", 0.8) for field in schema)


class Waiting(Double):
    """Begins a card and waits until the batch is stopped."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = threading.Event()

    def answer(self, card: Card, cancel: CancelToken) -> Reading:
        self.begun.set()
        while not cancel.is_set():
            threading.Event().wait(0.01)
        return reading_of(card)


def test_the_first_a_middle_and_the_last_card_are_read(house: House) -> None:
    batch = house.filled(*NAMES)

    report = trial(house, batch, fields=[{"name": "Jahr", "type": "year"}])

    assert [card["filename"] for card in cards_of(report)] == ["1.jpg", "4.jpg", "7.jpg"]
    first = cards_of(report)[0]
    assert (first["success"], first["data"], first["confidence"]) == (True, {"Jahr": "Jahr of 1.jpg"}, {"Jahr": 0.9})
    assert first["evidence"] == {"Jahr": [{"image": 0, "box": [0.1, 0.1, 0.5, 0.05]}]}
    assert first["images"] == [
        {"filename": "1.jpg", "url": f"/batches-static/{batch}/1.jpg", "width": 320, "height": 200}
    ]


def test_nothing_is_stored(house: House) -> None:
    batch = house.filled(*NAMES)
    before = (house.get(batch), rows(house), house.on_disk(batch))

    trial(house, batch, fields=["Ganz anders"], options={"pairing": "two_by_two"})

    assert (house.get(batch), rows(house), house.on_disk(batch)) == before
    assert house.results(batch) == []


def test_the_fields_of_the_batch_hold_where_none_are_given(house: House) -> None:
    batch = house.batch(fields=["A", "B"])
    house.upload(batch, "x.jpg")

    (card,) = cards_of(trial(house, batch))

    assert card["data"] == {"A": "A of x.jpg", "B": "B of x.jpg"}


def test_chosen_cards_are_read_in_their_order_and_each_once(house: House) -> None:
    batch = house.filled(*NAMES)

    report = trial(house, batch, filenames=["5.jpg", "2.jpg", "5.jpg"])

    assert [card["filename"] for card in cards_of(report)] == ["5.jpg", "2.jpg"]


def test_a_card_that_fails_says_why_and_the_others_are_read(open_drawer: OpenDrawer) -> None:
    failures = {
        "1.jpg": UnreadableCard("The card is torn.", "undecodable"),
        "3.jpg": ZeroDivisionError("an engine's own bug"),
    }
    drawer = open_drawer(Failing(lambda card: failures.get(card.filename)))
    batch = drawer.filled("1.jpg", "2.jpg", "3.jpg")

    found = [(c["success"], c["error"], c["cause"]) for c in cards_of(trial(drawer, batch))]

    assert found == [
        (False, "The card is torn.", "undecodable"),
        (True, None, None),
        (False, "The reader stopped with an error of its own (ZeroDivisionError).", "crash"),
    ]
    assert drawer.get(batch)["failed"] == 0
    assert drawer.on_disk(batch, "_errors") == []


def test_a_busy_reader_is_asked_again(open_drawer: OpenDrawer) -> None:
    answers: list[Exception | None] = [EngineBusy("Too many."), None]
    drawer = open_drawer(Failing(lambda _card: answers.pop(0)))

    (card,) = cards_of(trial(drawer, drawer.filled("1.jpg")))

    assert card["success"] is True


def test_a_reader_that_hangs_loses_its_card_and_gives_its_place_back(open_drawer: OpenDrawer) -> None:
    drawer = open_drawer(Waiting(), workers=1, read_timeout=0.3)
    batch = drawer.filled("1.jpg", "2.jpg")

    found = [c["cause"] for c in cards_of(trial(drawer, batch))]

    assert found == ["timeout", "timeout"]
    granted = threading.Event()
    drawer.parts.engine.slots.ask(granted.set)
    assert granted.is_set()


def test_a_batch_may_be_tried_while_it_and_others_are_read(house: House) -> None:
    gate = Gated()
    running = house.read_by(gate, "a.jpg")
    batch = house.filled("1.jpg")
    house.start(running)
    assert gate.begun.acquire(timeout=10)

    (card,) = cards_of(trial(house, batch))

    assert card["success"] is True
    assert house.get(running)["status"] == "running"
    gate.gate.release(2)
    assert house.run_to_end(running, start=False)["done"] == 1


def test_a_trial_waits_for_a_place_like_a_run(open_drawer: OpenDrawer) -> None:
    gate = Gated()
    drawer = open_drawer(gate, workers=1)
    running, batch = drawer.filled("a.jpg"), drawer.filled("1.jpg")
    drawer.start(running)
    assert gate.begun.acquire(timeout=10)
    found: list[dict[str, object]] = []
    asking = threading.Thread(target=lambda: found.append(trial(drawer, batch)))

    asking.start()

    assert not gate.begun.acquire(timeout=0.4)
    gate.gate.release(2)
    asking.join(10)
    assert [card["filename"] for card in cards_of(found[0])] == ["1.jpg"]


def test_other_fields_need_no_second_look_at_the_same_card(open_drawer: OpenDrawer) -> None:
    reader = Words()
    drawer = open_drawer(reader)
    batch = drawer.filled("1.jpg")
    first = trial(drawer, batch, fields=["A"])

    second = trial(drawer, batch, fields=["B"])

    assert reader.calls == ["1.jpg"]
    assert [card["repeated"] for card in cards_of(first) + cards_of(second)] == [False, True]
    assert cards_of(second)[0]["data"] == {"B": "again 1.jpg"}


def test_words_are_not_used_again_by_a_reader_that_reads_for_its_fields(open_drawer: OpenDrawer) -> None:
    reader = Double()
    drawer = open_drawer(reader)
    batch = drawer.filled("1.jpg")

    trial(drawer, batch, fields=["A"])
    trial(drawer, batch, fields=["B"])

    assert reader.calls == ["1.jpg", "1.jpg"]


def test_sides_are_paired_as_the_wanted_options_say(house: House) -> None:
    batch = house.filled("x_a.jpg", "x_b.jpg", "y.jpg")

    report = trial(house, batch, options={"pairing": "suffix"}, filenames=["x_b.jpg", "y.jpg"])

    found = [[image["filename"] for image in card["images"]] for card in cards_of(report)]  # type: ignore[attr-defined]
    assert found == [["x_a.jpg", "x_b.jpg"], ["y.jpg"]]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"filenames": ["nowhere.jpg"]}, 404, "image_not_found"),
        ({"fields": []}, 422, "no_fields"),
        ({"fields": ["A", "a"]}, 422, "invalid"),
        ({"fields": [{"name": "A", "type": "enum"}]}, 422, "invalid"),
        ({"engine": "abacus"}, 422, "unknown_engine"),
        ({"filenames": [f"{n}.jpg" for n in range(7)]}, 422, "invalid"),
    ],
)
def test_what_does_not_fit_is_said(house: House, body: dict[str, object], status: int, code: str) -> None:
    batch = house.filled("1.jpg")

    answer = house.client.post(f"/api/v1/batches/{batch}/try", json=body)

    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_there_must_be_a_batch_with_images(house: House) -> None:
    empty = house.client.post(f"/api/v1/batches/{house.batch()}/try", json={})
    absent = house.client.post("/api/v1/batches/none/try", json={})

    assert (empty.status_code, empty.json()["code"]) == (422, "no_images")
    assert (absent.status_code, absent.json()["code"]) == (404, "batch_not_found")


def test_images_are_shown_as_they_would_pair(house: House) -> None:
    batch = house.filled("x_a.jpg", "x_b.jpg", "y.jpg", "z-1.jpg", "z-2.jpg", "z-3.jpg")
    before = house.client.get(f"/api/v1/batches/{batch}/images").json()

    answer = house.client.post(f"/api/v1/batches/{batch}/pairs", json={"pairing": "suffix"}).json()

    groups = [[image["filename"] for image in group] for group in answer["items"]]
    assert groups == [["x_a.jpg", "x_b.jpg"], ["y.jpg"], ["z-1.jpg"], ["z-2.jpg"], ["z-3.jpg"]]
    assert (answer["images"], answer["cards"], answer["paired"], answer["alone"]) == (6, 5, 1, 4)
    assert house.client.get(f"/api/v1/batches/{batch}/images").json() == before


@pytest.mark.parametrize(
    "options",
    [
        {"pairing": "suffix"},
        {"pairing": "two_by_two"},
        {"pairing": "pattern", "pattern": r"(?P<card>\d+)(?P<side>[rv])"},
        {"pairing": "none"},
    ],
)
def test_the_preview_is_what_saving_makes(house: House, options: dict[str, str]) -> None:
    batch = house.filled("1r.jpg", "1v.jpg", "2_a.jpg", "2_b.jpg", "3-1.jpg", "3-2.jpg", "10.jpg", "x.jpg")
    shown = house.client.post(f"/api/v1/batches/{batch}/pairs", json=options).json()["items"]

    house.client.patch(f"/api/v1/batches/{batch}", json={"options": options})

    made: dict[str, list[str]] = {}
    for image in house.client.get(f"/api/v1/batches/{batch}/images").json()["items"]:
        made.setdefault(image["card"], []).append(image["filename"])
    assert sorted([image["filename"] for image in group] for group in shown) == sorted(made.values())


def test_a_read_batch_is_read_again_whole_and_what_people_said_stays(house: House) -> None:
    reader = Double()
    batch = house.read_by(reader, "1.jpg", "2.jpg", fields=["A"])
    house.run_to_end(batch)
    version = house.record(batch, "1.jpg")["version"]
    one = f"/api/v1/batches/{batch}/records/1.jpg"
    assert house.client.patch(one, json={"version": version, "set": {"A": "by hand"}}).status_code == 200
    house.client.patch(f"/api/v1/batches/{batch}", json={"fields": ["A", "B"]})

    answer = house.client.post(f"/api/v1/batches/{batch}/start?anew=true")

    assert answer.status_code == 202
    assert house.run_to_end(batch, start=False)["done"] == 2
    assert sorted(reader.calls) == ["1.jpg", "1.jpg", "2.jpg", "2.jpg"]
    assert house.record(batch, "1.jpg")["data"] == {"A": "by hand", "B": "B of 1.jpg"}


def test_a_template_says_which_batches_were_made_with_it(house: House) -> None:
    made = house.client.post("/api/v1/templates", json={"name": "Verwendet", "fields": ["A"]}).json()
    first = house.batch("Erster", None, template_id=made["id"])
    second = house.batch("Zweiter", ["B"])
    linked = house.client.patch(f"/api/v1/batches/{second}", json={"template_id": made["id"]})

    assert linked.json()["template_id"] == made["id"]
    assert house.client.get(f"/api/v1/templates/{made['id']}").json()["batches"] == [
        {"name": second, "title": "Zweiter"},
        {"name": first, "title": "Erster"},
    ]
    assert house.client.patch(f"/api/v1/batches/{second}", json={"template_id": 10**9}).status_code == 422
    assert house.client.delete(f"/api/v1/templates/{made['id']}").status_code == 204
    assert house.get(second)["template_id"] is None
