"""People and machines at one card: nobody's word is lost, nobody's verdict is overwritten."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from httpx2 import Response

from drawers import House
from readers import Double, Gated, torn


def edit(house: House, batch: str, filename: str, version: int, **change: object) -> Response:
    body = {"version": version, **change}
    return house.client.patch(f"/api/v1/batches/{batch}/records/{filename}", json=body)


def detail(house: House, batch: str, filename: str = "a.jpg") -> dict[str, Any]:
    return house.record(batch, filename)


def read(house: House, *names: str) -> str:
    batch = house.filled(*names)
    house.run_to_end(batch)
    return batch


def test_row_11_an_edit_is_a_verdict_with_its_history(house: House) -> None:
    batch = read(house, "a.jpg")
    before = detail(house, batch)

    answer = edit(
        house, batch, "a.jpg", before["version"],
        set={"Titel": "  Sonate "}, accept=["Komponist"], reject=["Signatur"], who="Ada",
    )  # fmt: skip

    after = detail(house, batch)
    assert answer.status_code == 200
    assert after["data"] == {"Komponist": "Komponist of a.jpg", "Titel": "Sonate", "Signatur": None}
    assert after["review"] == {"Komponist": "accepted", "Titel": "corrected", "Signatur": "rejected"}
    assert after["extracted"] == before["extracted"]
    assert after["version"] == before["version"] + 1
    told = {(h["field"], h["verdict"], h["value"], h["previous"], h["machine"], h["who"]) for h in after["history"]}
    assert told == {
        ("Titel", "corrected", "Sonate", "Titel of a.jpg", "Titel of a.jpg", "Ada"),
        ("Komponist", "accepted", "Komponist of a.jpg", "Komponist of a.jpg", "Komponist of a.jpg", "Ada"),
        ("Signatur", "rejected", None, "Signatur of a.jpg", "Signatur of a.jpg", "Ada"),
    }
    assert house.get(batch)["reviewed"] == 1


def test_row_11_the_second_of_two_curators_sees_what_the_first_saved(house: House) -> None:
    batch = read(house, "a.jpg")
    version = detail(house, batch)["version"]
    edit(house, batch, "a.jpg", version, set={"Titel": "Erste"})

    stale = edit(house, batch, "a.jpg", version, set={"Titel": "Zweite"})

    problem = stale.json()
    assert (stale.status_code, problem["code"]) == (409, "stale_version")
    assert (problem["your_version"], problem["current_version"]) == (version, version + 1)
    assert problem["record"]["data"]["Titel"] == "Erste"
    assert problem["record"]["version"] == version + 1
    assert detail(house, batch)["data"]["Titel"] == "Erste"


def test_row_11_of_many_edits_of_one_version_one_is_saved(house: House) -> None:
    batch = read(house, "a.jpg")
    version = detail(house, batch)["version"]

    with ThreadPoolExecutor(12) as crowd:
        codes = list(
            crowd.map(lambda n: edit(house, batch, "a.jpg", version, set={"Titel": str(n)}).status_code, range(12))
        )

    assert sorted(codes) == [200] + [409] * 11
    assert len(detail(house, batch)["history"]) == 1


def test_row_11_a_machine_never_overwrites_a_verdict(house: House) -> None:
    batch = read(house, "a.jpg")
    edit(house, batch, "a.jpg", 2, set={"Titel": "Von Hand"}, accept=["Komponist"], reject=["Signatur"])

    class Another(Double):
        def answer(self, card, cancel):  # type: ignore[no-untyped-def]
            said = super().answer(card, cancel)
            values = tuple(type(v)(v.field, "Machine again", 0.99, v.evidence, v.source) for v in said.values)
            return type(said)(values, "new text", "double", "double-1", 0.1)

    house.reader.of[batch] = Another()
    house.parts.engine.process_batch(batch, resume=False)

    after = detail(house, batch)
    assert after["data"] == {"Komponist": "Komponist of a.jpg", "Titel": "Von Hand", "Signatur": None}
    assert set(after["extracted"].values()) == {"Machine again"}
    assert after["review"] == {"Komponist": "accepted", "Titel": "corrected", "Signatur": "rejected"}
    assert [r["current"] for r in after["readings"]] == [False, True]
    assert house.get(batch)["reviewed"] == 1


def test_row_11_a_late_machine_does_not_undo_an_edit_made_meanwhile(house: House) -> None:
    gate = Gated()
    batch = house.read_by(gate, "a.jpg")
    house.start(batch)
    assert gate.begun.acquire(timeout=10)
    answer = edit(house, batch, "a.jpg", detail(house, batch)["version"], set={"Titel": "Meanwhile"})
    assert answer.status_code == 200

    gate.gate.release()
    house.run_to_end(batch, start=False)

    after = detail(house, batch)
    assert (after["data"]["Titel"], after["extracted"]["Titel"]) == ("Meanwhile", "Titel of a.jpg")
    found = house.client.get(f"/api/v1/batches/{batch}/records", params={"q": "meanwhile"}).json()
    assert found["total"] == 1


@pytest.mark.parametrize("action", ["retry", "retry-image/a.jpg", "start?anew=true"])
def test_row_11_what_is_typed_in_while_a_card_is_read_again_stays(house: House, action: str) -> None:
    """The machine's new reading is kept beside it, and each change has its line in the history."""
    batch = house.read_by(torn("a.jpg"), "a.jpg", "b.jpg")
    house.run_to_end(batch)
    before = detail(house, batch)
    edit(house, batch, "a.jpg", before["version"], set={"Titel": "Zuvor", "Komponist": "Zuvor"}, who="Ada")
    gate = house.reader.of[batch] = Gated()
    assert house.client.post(f"/api/v1/batches/{batch}/{action}").status_code in (200, 202)
    assert gate.begun.acquire(timeout=10)
    now = detail(house, batch)["version"]
    meanwhile = edit(house, batch, "a.jpg", now, set={"Titel": "Inzwischen"}, reject=["Signatur"], who="Bob")
    version = meanwhile.json()["version"]
    gate.gate.release(5)
    house.run_to_end(batch, start=False)

    after = detail(house, batch)
    stale = edit(house, batch, "a.jpg", version - 1, set={"Titel": "Zu spät"})
    assert meanwhile.status_code == 200
    assert after["data"] == {"Komponist": "Zuvor", "Titel": "Inzwischen", "Signatur": None}
    assert after["extracted"] == {name: f"{name} of a.jpg" for name in after["data"]}
    assert after["review"] == {"Komponist": "corrected", "Titel": "corrected", "Signatur": "rejected"}
    told = [(line["field"], line["value"], line["who"]) for line in after["history"]]
    assert sorted(told, key=str) == sorted(
        [
            ("Titel", "Zuvor", "Ada"), ("Komponist", "Zuvor", "Ada"), ("Titel", "Inzwischen", "Bob"),
            ("Signatur", None, "Bob"),
        ],
        key=str,
    )  # fmt: skip
    assert (stale.status_code, stale.json()["current_version"]) == (409, after["version"])
    assert detail(house, batch) == after


def test_row_11_edits_during_a_run_survive_it(house: House) -> None:
    names = [f"{n}.jpg" for n in range(40)]
    batch = read(house, *names[:20])
    house.upload(batch, *names[20:])
    wrong: list[object] = []
    done = threading.Event()

    def curate() -> None:
        turn = 0
        while not done.is_set() and turn < 200:
            name = names[turn % 20]
            answer = edit(house, batch, name, detail(house, batch, name)["version"], set={"Titel": f"Hand {turn}"})
            if answer.status_code != 200:
                wrong.append(answer.text)
            turn += 1

    curators = [threading.Thread(target=curate)]
    house.start(batch)
    for curator in curators:
        curator.start()
    house.run_to_end(batch, start=False)
    done.set()
    for curator in curators:
        curator.join(10)

    assert wrong == []
    assert house.get(batch)["done"] == 40
    for name in names[:20]:
        record = detail(house, batch, name)
        if record["history"]:
            assert record["data"]["Titel"] == record["history"][-1]["value"]


def test_row_11_a_verdict_taken_back_shows_the_machine_again(house: House) -> None:
    batch = read(house, "a.jpg")
    edit(house, batch, "a.jpg", 2, set={"Titel": "Hand", "Komponist": "Hand", "Signatur": ""})
    assert house.get(batch)["reviewed"] == 1

    undone = edit(house, batch, "a.jpg", 3, clear=["Titel"]).json()

    assert undone["data"] == {"Titel": "Titel of a.jpg", "Komponist": "Hand", "Signatur": None}
    assert undone["review"] == {"Komponist": "corrected", "Signatur": "corrected"}
    assert house.get(batch)["reviewed"] == 0
    assert [h["verdict"] for h in detail(house, batch)["history"] if h["field"] == "Titel"] == ["corrected", None]


def test_row_11_typing_what_the_machine_read_is_an_acceptance(house: House) -> None:
    batch = read(house, "a.jpg")

    after = edit(house, batch, "a.jpg", 2, set={"Titel": "Titel of a.jpg"}).json()

    assert after["review"] == {"Titel": "accepted"}


def test_row_11_a_change_is_made_whole_or_not_at_all(house: House) -> None:
    batch = read(house, "a.jpg")
    before = detail(house, batch)

    unknown = edit(house, batch, "a.jpg", 2, set={"Titel": "x"}, accept=["Verlag"])
    twice = edit(house, batch, "a.jpg", 2, set={"Titel": "x"}, reject=["Titel"])
    control = edit(house, batch, "a.jpg", 2, set={"Titel": "a\x00b"})
    huge = edit(house, batch, "a.jpg", 2, set={"Titel": "x" * 100_001})
    nothing = edit(house, batch, "a.jpg", 2)

    assert [(a.status_code, a.json().get("code")) for a in (unknown, twice, control, huge)] == [
        (422, "unknown_field"), (422, "field_twice"), (422, "invalid"), (422, "invalid"),
    ]  # fmt: skip
    assert nothing.status_code == 200
    assert detail(house, batch) == before


def test_row_11_a_failed_card_can_be_typed_in(house: House) -> None:
    batch = house.read_by(torn("a.jpg"), "a.jpg", "b.jpg")
    house.run_to_end(batch)

    after = edit(house, batch, "a.jpg", detail(house, batch)["version"], set={"Titel": "Typed"}).json()

    assert (after["success"], after["data"]["Titel"]) == (False, "Typed")
    found = house.client.get(f"/api/v1/batches/{batch}/records", params={"q": "typed"}).json()
    assert [r["filename"] for r in found["items"]] == ["a.jpg"]


def test_row_11_complete_means_every_field_of_the_schema_of_today(house: House) -> None:
    batch = read(house, "a.jpg", "b.jpg")
    edit(house, batch, "a.jpg", 2, accept=["Komponist", "Titel"])
    path = f"/api/v1/batches/{batch}"

    fewer = house.client.patch(path, json={"fields": ["Komponist", "Titel"]}).json()["reviewed"]
    more = house.client.patch(path, json={"fields": ["Komponist", "Titel", "Verlag"]}).json()["reviewed"]

    assert (fewer, more) == (1, 0)
