"""Scores that are kept, and two of them compared."""

from __future__ import annotations

import pytest

from app.engines import comparing
from app.engines.base import UnreadableAnswer
from app.engines.scoring import Values, compare
from app.services import called, evaluations, records, repeating
from app.services.folders import BatchFolder
from drawers import House
from readers import Failing

API = "/api/v1/batches"


@pytest.fixture
def batch(house: House) -> str:
    made = house.batch()
    house.upload(made, *(f"{n}.jpg" for n in range(6)))
    house.run_to_end(made)
    return made


def truth_of(wrong: int = 0) -> dict[str, dict[str, str | None]]:
    """As the double reads, but for the titles of some cards."""
    return {
        f"{n}.jpg": {
            "Komponist": f"Komponist of {n}.jpg",
            "Titel": "something else" if n < wrong else f"Titel of {n}.jpg",
        }
        for n in range(6)
    }


def test_a_score_is_kept_with_what_is_needed_to_repeat_it(house: House, batch: str) -> None:
    made = house.client.post(f"{API}/{batch}/evaluations", json={"title": "Erste", "truth": truth_of(wrong=2)})

    assert made.status_code == 201, made.text
    found = made.json()
    summary, manifest = found["summary"], found["manifest"]
    assert (summary["cards"], summary["fields"]["Titel"]["wrong"], summary["fields"]["Komponist"]["f1"]) == (6, 2, 1.0)
    assert [w["filename"] for w in summary["worst"]] == ["0.jpg", "1.jpg"]
    assert summary["fields"]["Titel"]["cer"] > 0
    assert manifest["readings"] == {"double/double-1": 6}
    assert len(manifest["images"]["0.jpg"][0]) == 64
    assert {"code", "fields", "engine", "learned", "template", "truth_sha256"} <= set(manifest)
    assert house.client.get(f"{API}/{batch}/evaluations/{found['id']}").json() == found
    listed = house.client.get(f"{API}/{batch}/evaluations").json()["items"]
    assert [one["title"] for one in listed] == ["Erste"]


def test_verified_cards_are_left_out_unless_asked_for(house: House, batch: str) -> None:
    record = house.record(batch, "0.jpg")
    body = {"version": record["version"], "set": {"Titel": "something else"}}
    assert house.client.patch(f"{API}/{batch}/records/0.jpg", json=body).status_code == 200

    asked = [
        house.client.post(f"{API}/{batch}/evaluations", json={"title": "x", "truth": truth_of(1), "with_verified": w})
        for w in (False, True)
    ]

    assert [a.json()["summary"]["cards"] for a in asked] == [5, 6]
    assert [a.json()["manifest"]["left_out"] for a in asked] == [1, 0]


def test_cards_that_only_the_truth_has_are_told_and_not_missed(house: House, batch: str) -> None:
    truth = {**truth_of(), "elsewhere.jpg": {"Titel": "x"}}
    del truth["0.jpg"]

    some, every = [
        house.client.post(f"{API}/{batch}/evaluations", json={"title": "x", "truth": truth, "every_card": e}).json()
        for e in (False, True)
    ]

    told = ("cards", "truth_only", "records_only", "unread", "macro")
    assert [some["summary"][k] for k in told] == [5, 1, 1, 0, 1.0]
    assert [every["summary"][k] for k in told] == [6, 1, 1, 0, pytest.approx(5 / 6)]
    assert set(some["manifest"]["images"]) == set(some["manifest"]["shown"]) == {f"{n}.jpg" for n in range(1, 6)}


def test_a_truth_may_call_the_cards_as_their_files_were_sent(house: House) -> None:
    batch = house.batch()
    house.upload(batch, "Karte 1.jpg", "Bücher.jpg", "a.jpg")
    house.run_to_end(batch)
    truth: dict[str, Values] = {
        name: {"Titel": "x"} for name in ("Karte 1.jpg", "Bu\u0308cher.jpg", "a.jpg", "b c.jpg")
    }

    made = house.client.post(f"{API}/{batch}/evaluations", json={"title": "x", "truth": truth}).json()

    assert set(made["manifest"]["images"]) == {"Karte_1.jpg", "Buecher.jpg", "a.jpg"}
    assert (made["summary"]["cards"], made["summary"]["truth_only"]) == (3, 1)
    with house.parts.database.session() as session:
        row = records.require_batch(session, batch)
        score = evaluations.require(session, row, made["id"])
        repeated = repeating.repeat(
            session, row, score, {n: dict(v) for n, v in truth.items()}, BatchFolder(house.folder(batch))
        )
    assert repeated.same


def test_a_name_of_several_files_is_nobodys() -> None:
    known = {"1.jpg": "1.jpg", "1_b.jpg": "1.jpg", "Karte 2.jpg": "2.jpg", "2.jpg": "2.jpg"}

    told = called.by_card(known, {"Karte 2.jpg": "sent", "2.jpg": "own", "1_b.jpg": "back", "x y.jpg": "none"})

    assert told == {"2.jpg": "own", "Karte 2.jpg": "sent", "1.jpg": "back", "x y.jpg": "none"}


def test_a_card_that_is_not_read_yet_is_missed(house: House, batch: str) -> None:
    house.upload(batch, "late.jpg")
    truth = {**truth_of(), "late.jpg": {"Titel": "x"}}

    found = house.client.post(f"{API}/{batch}/evaluations", json={"title": "x", "truth": truth}).json()["summary"]

    assert (found["cards"], found["unread"], found["truth_only"]) == (7, 1, 0)
    assert found["fields"]["Titel"]["missed"] == 1


def test_a_card_that_failed_is_missed(house: House) -> None:
    batch = house.read_by(
        Failing(lambda card: UnreadableAnswer("no") if card.filename == "1.jpg" else None), "0.jpg", "1.jpg"
    )
    house.run_to_end(batch)
    truth = {name: values for name, values in truth_of().items() if name in ("0.jpg", "1.jpg")}

    found = house.client.post(f"{API}/{batch}/evaluations", json={"title": "x", "truth": truth}).json()["summary"]

    assert (found["cards"], found["unread"], found["fields"]["Titel"]["missed"]) == (2, 1, 1)


def test_verified_cards_score_what_the_machine_had_read(house: House, batch: str) -> None:
    empty = house.client.post(f"{API}/{batch}/evaluations", json={"title": "x"})
    assert (empty.status_code, empty.json()["code"]) == (409, "nothing_verified")
    record = house.record(batch, "0.jpg")
    body = {"version": record["version"], "set": {"Titel": "other"}, "accept": ["Komponist"]}
    house.client.patch(f"{API}/{batch}/records/0.jpg", json=body)

    found = house.client.post(f"{API}/{batch}/evaluations", json={"title": "x"}).json()["summary"]

    assert (found["all"]["wanted"], found["all"]["right"], found["all"]["wrong"]) == (2, 1, 1)


def test_two_runs_are_compared_and_noise_is_called_noise(house: House, batch: str) -> None:
    ids = [
        house.client.post(f"{API}/{batch}/evaluations", json={"title": "x", "truth": truth_of(n)}).json()["id"]
        for n in (6, 0, 1)
    ]

    def compared(first: int, second: int) -> dict[str, float]:
        found: dict[str, float] = house.client.get(
            f"{API}/{batch}/evaluations/{first}/comparison", params={"other": second}
        ).json()
        return found

    large, small = compared(ids[0], ids[1]), compared(ids[1], ids[2])
    assert (large["noise"], large["better"], large["worse"], large["difference"]) == (False, 6, 0, 0.5)
    assert (small["noise"], small["better"], small["worse"]) == (True, 0, 1)
    assert small["low"] <= small["difference"] <= small["high"]
    assert house.client.get(f"{API}/{batch}/evaluations/{ids[0]}/comparison?other=999999").status_code == 404


def test_a_value_in_the_wrong_field_is_called_mistaken() -> None:
    truth = {"a": {"title": "Faust", "place": "Weimar"}}
    found = comparing.evaluate(truth, {"a": {"title": "Weimar", "place": None}})

    assert [(m.wanted, m.found, m.count) for m in found.mistaken] == [("place", "title", 1)]
    assert found.cer["place"] == 1.0
    assert found.cer[None] == pytest.approx((5 + 6 - 0) / 11, abs=0.2)


def test_a_back_that_is_another_file_than_then_is_told(house: House) -> None:
    batch = house.batch(options={"pairing": "suffix"})
    house.upload(batch, "x-1.jpg", "x-2.jpg", "y-1.jpg", "y-2.jpg")
    house.run_to_end(batch)
    truth: dict[str, Values] = {name: {"Titel": "x"} for name in ("x-1.jpg", "y-1.jpg")}
    kept = house.client.post(f"{API}/{batch}/evaluations", json={"title": "x", "truth": truth}).json()

    def changed() -> tuple[str, ...]:
        with house.parts.database.session() as session:
            row = records.require_batch(session, batch)
            score = evaluations.require(session, row, kept["id"])
            return repeating.repeat(session, row, score, truth, BatchFolder(house.folder(batch))).changed_images

    assert changed() == ()
    (house.folder(batch) / "y-2.jpg").write_bytes(b"another scan")
    assert changed() == ("y-2.jpg",)
    (house.folder(batch) / "x-1.jpg").unlink()
    assert changed() == ("x-1.jpg", "y-2.jpg")


def test_tallies_survive_storing() -> None:
    score = compare({"a": {"x": "1", "y": None}}, {"a": {"x": "1", "y": "2"}})

    assert comparing.tallies(comparing.plain(score)) == dict(score.cards)
