"""The queue of cards to verify, a card's words, and its flag."""

from __future__ import annotations

from typing import Any

import pytest

from app.engines.base import CancelToken, Card
from app.models.record import Reading, Value
from drawers import House
from readers import Double, reading_of, torn

SURE = {"a.jpg": 0.9, "b.jpg": 0.3, "c.jpg": 0.6, "d.jpg": 0.3}


class Unsure(Double):
    """Titel is as sure as ``SURE`` says of the card; the rest is certain."""

    def answer(self, card: Card, cancel: CancelToken) -> Reading:
        said = reading_of(card)
        values = tuple(
            Value(v.field, v.text, SURE[card.filename] if v.field == "Titel" else 0.99, v.evidence, v.source)
            for v in said.values
        )
        return Reading(values, said.text, said.engine, said.model, 0.1, pages=said.pages)


def read(house: House) -> str:
    batch = house.read_by(Unsure(), *SURE)
    house.run_to_end(batch)
    return batch


def queue(house: House, batch: str, **query: object) -> dict[str, Any]:
    answer = house.client.get(f"/api/v1/batches/{batch}/queue", params=query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def names(page: dict[str, Any]) -> list[str]:
    return [item["filename"] for item in page["items"]]


def patch(house: House, batch: str, filename: str, **change: object) -> dict[str, Any]:
    body = {"version": house.record(batch, filename)["version"], **change}
    answer = house.client.patch(f"/api/v1/batches/{batch}/records/{filename}", json=body)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def accept_all(house: House, batch: str, filename: str) -> None:
    patch(house, batch, filename, accept=["Komponist", "Titel", "Signatur"])


def test_the_least_certain_card_comes_first_and_ties_stand_in_card_order(house: House) -> None:
    found = queue(house, read(house))

    assert names(found) == ["b.jpg", "d.jpg", "c.jpg", "a.jpg"]
    assert found["total"] == 4
    assert (found["items"][0]["field"], found["items"][0]["confidence"]) == ("Titel", 0.3)


def test_a_cursor_goes_on_behind_its_card_though_cards_have_left_the_queue(house: House) -> None:
    batch = read(house)
    first = queue(house, batch, limit=2)
    accept_all(house, batch, "b.jpg")

    rest = queue(house, batch, after=first["items"][-1]["cursor"])

    assert names(rest) == ["c.jpg", "a.jpg"]
    assert rest["total"] == 3
    assert names(queue(house, batch, order="card", after=queue(house, batch, order="card")["items"][0]["cursor"])) == [
        "c.jpg",
        "d.jpg",
    ]


def test_it_starts_at_a_named_card_even_one_that_is_done(house: House) -> None:
    batch = read(house)
    assert names(queue(house, batch, start="d.jpg")) == ["d.jpg", "c.jpg", "a.jpg"]
    assert names(queue(house, batch, start="b.jpg", order="card")) == ["b.jpg", "c.jpg", "d.jpg"]

    accept_all(house, batch, "d.jpg")

    assert names(queue(house, batch, start="d.jpg")) == ["d.jpg", "b.jpg", "c.jpg", "a.jpg"]
    assert "d.jpg" in names(queue(house, batch, show="all"))


def test_one_field_through_all_cards_leaves_out_those_where_it_is_seen(house: House) -> None:
    batch = read(house)
    patch(house, batch, "d.jpg", accept=["Titel"])
    patch(house, batch, "b.jpg", accept=["Komponist"])

    found = queue(house, batch, field="Titel")

    assert names(found) == ["b.jpg", "c.jpg", "a.jpg"]
    assert [item["confidence"] for item in found["items"]] == [0.3, 0.6, 0.9]
    assert names(queue(house, batch, field="Titel", start="d.jpg"))[0] == "d.jpg"


def test_a_card_of_the_queue_says_whether_the_field_is_blank(house: House) -> None:
    batch = read(house)
    patch(house, batch, "b.jpg", set={"Titel": None})

    found = queue(house, batch, field="Titel", show="all")

    assert {item["filename"]: item["blank"] for item in found["items"]} == {
        "a.jpg": False,
        "b.jpg": True,
        "c.jpg": False,
        "d.jpg": False,
    }
    assert not any(item["blank"] for item in queue(house, batch)["items"])


def test_failed_cards_have_a_queue_of_their_own_until_they_are_typed(house: House) -> None:
    batch = house.read_by(torn("b.jpg"), "a.jpg", "b.jpg")
    house.run_to_end(batch)
    assert names(queue(house, batch, show="failed")) == ["b.jpg"]
    pages = house.client.get(f"/api/v1/batches/{batch}/records/b.jpg/pages").json()["items"]
    assert pages[0]["view_url"].endswith("/_errors/b.jpg")
    assert pages[0]["lines"] == []

    patch(house, batch, "b.jpg", set={"Titel": "Sonate"}, reject=["Komponist", "Signatur"])

    assert names(queue(house, batch, show="failed")) == []


@pytest.mark.parametrize("query", [{"after": "nonsense"}, {"after": "nan|a"}, {"field": "Nobody"}])
def test_what_fits_no_queue_is_refused_with_a_sentence(house: House, query: dict[str, str]) -> None:
    answer = house.client.get(f"/api/v1/batches/{read(house)}/queue", params=query)

    assert answer.status_code == 422
    assert answer.json()["detail"].endswith((".", "again."))


def test_a_card_shows_its_images_with_lines_and_words(house: House) -> None:
    batch = read(house)

    (page,) = house.client.get(f"/api/v1/batches/{batch}/records/a.jpg/pages").json()["items"]

    assert (page["image"], page["filename"], page["width"], page["height"]) == (0, "a.jpg", 320, 200)
    assert page["lines"][0]["words"] == [{"text": "a.jpg", "box": [0.1, 0.1, 0.5, 0.05], "score": 0.9}]
    assert house.client.get(page["view_url"]).status_code == 200
    assert house.client.get(f"/api/v1/batches/{batch}/records/none.jpg/pages").status_code == 404


def test_a_flag_with_a_note_is_kept_found_and_taken_away(house: House) -> None:
    batch = read(house)
    before = house.record(batch, "c.jpg")

    flagged = patch(house, batch, "c.jpg", flag="Two works on one card")

    assert flagged["flag"] == "Two works on one card"
    assert flagged["version"] == int(str(before["version"])) + 1
    assert patch(house, batch, "c.jpg", accept=["Titel"])["flag"] == "Two works on one card"
    assert names(queue(house, batch, show="flagged")) == ["c.jpg"]
    listed = house.client.get(f"/api/v1/batches/{batch}/records", params={"flagged": True}).json()
    assert (names(listed), listed["total"]) == (["c.jpg"], 1)
    assert house.client.get(f"/api/v1/batches/{batch}/records", params={"flagged": False}).json()["total"] == 3
    assert [record["flag"] for record in house.results(batch)] == [None, None, "Two works on one card", None]

    assert patch(house, batch, "c.jpg", flag=None)["flag"] is None
    assert names(queue(house, batch, show="flagged")) == []
