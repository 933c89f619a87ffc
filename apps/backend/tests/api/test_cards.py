"""Cards with their sides, their removal, and failures by cause."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from app.engines.base import CancelToken, Card, UnreadableCard
from app.models.record import Reading
from app.services import integrity
from drawers import House, OpenDrawer, scan
from readers import Double, Gated, reading_of


class Choosy(Double):
    """Fails cards whose name begins with a cause, for that cause, until it is healed."""

    def __init__(self) -> None:
        super().__init__()
        self.healed = False

    def answer(self, card: Card, cancel: CancelToken) -> Reading:
        cause = card.filename.partition("-")[0]
        if cause != "good" and not self.healed:
            raise UnreadableCard(f"{card.filename} is {cause}.", cause=cause)
        return reading_of(card)


def cards(house: House, batch: str, **query: object) -> dict[str, Any]:
    answer = house.client.get(f"/api/v1/batches/{batch}/cards", params=query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def failures(house: House, batch: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = house.client.get(f"/api/v1/batches/{batch}/failures").json()["items"]
    return items


def test_a_card_comes_with_its_sides_and_a_page_never_parts_them(house: House) -> None:
    batch = house.batch(options={"pairing": "suffix"})
    house.upload(batch, "1_a.jpg", "1_b.jpg", "2_a.jpg", "2_b.jpg", "10.jpg")

    first = cards(house, batch, limit=2)
    rest = cards(house, batch, limit=2, offset=2)

    assert first["total"] == rest["total"] == 3
    sides = [[image["filename"] for image in card["images"]] for card in first["items"] + rest["items"]]
    assert sides == [["1_a.jpg", "1_b.jpg"], ["2_a.jpg", "2_b.jpg"], ["10.jpg"]]
    assert first["items"][0]["status"] == "pending"
    assert first["items"][0]["review"] == "none"


def test_cards_are_found_by_a_part_of_a_side_s_name(house: House) -> None:
    batch = house.batch(options={"pairing": "suffix"})
    house.upload(batch, "Sonate_a.jpg", "Sonate_b.jpg", "Lied.jpg")

    found = cards(house, batch, q="nate_B")

    assert [card["filename"] for card in found["items"]] == ["Sonate_a.jpg"]
    assert found["total"] == 1


def test_the_hash_of_the_file_as_it_was_sent_is_told(house: House) -> None:
    batch = house.filled("a.jpg")

    image = cards(house, batch)["items"][0]["images"][0]

    assert image["source_sha256"] == hashlib.sha256(scan("a.jpg")).hexdigest()


def test_removed_cards_go_with_all_their_sides_and_a_second_removal_is_no_error(house: House) -> None:
    batch = house.batch(options={"pairing": "suffix"})
    house.upload(batch, "1_a.jpg", "1_b.jpg", "2.jpg", "3.jpg")
    wanted = {"cards": ["1_a.jpg", "3.jpg"]}

    removed = house.client.post(f"/api/v1/batches/{batch}/cards/remove", json=wanted)
    again = house.client.post(f"/api/v1/batches/{batch}/cards/remove", json=wanted)

    assert (removed.json(), again.json()) == ({"images": 3}, {"images": 0})
    assert [card["filename"] for card in cards(house, batch)["items"]] == ["2.jpg"]
    assert house.get(batch)["total"] == 1
    assert [name for name in house.on_disk(batch) if name.endswith(".jpg")] == ["2.jpg"]
    parts = house.parts
    checked = integrity.check(parts.database, parts.settings.data_dir, parts.settings.batches_dir, parts.decoder)
    assert [finding for finding in checked.findings if finding.batch == batch] == []


def test_no_card_is_removed_while_the_batch_is_read(house: House) -> None:
    batch = house.read_by(Gated(), "a.jpg", "b.jpg")
    house.start(batch)

    answer = house.client.post(f"/api/v1/batches/{batch}/cards/remove", json={"cards": ["a.jpg"]})

    assert answer.status_code == 409
    assert cards(house, batch)["total"] == 2


def test_failures_are_grouped_by_cause_the_largest_first(house: House) -> None:
    batch = house.read_by(Choosy(), "good-1.jpg", "blank-1.jpg", "no_text-1.jpg", "no_text-2.jpg")
    house.run_to_end(batch)

    assert failures(house, batch) == [
        {
            "cause": "no_text",
            "count": 2,
            "error": "no_text-1.jpg is no_text.",
            "cards": ["no_text-1.jpg", "no_text-2.jpg"],
        },
        {"cause": "blank", "count": 1, "error": "blank-1.jpg is blank.", "cards": ["blank-1.jpg"]},
    ]


def test_one_group_of_failures_is_read_again_and_the_others_stay(house: House) -> None:
    reader = Choosy()
    batch = house.read_by(reader, "blank-1.jpg", "no_text-1.jpg", "no_text-2.jpg")
    house.run_to_end(batch)
    reader.healed = True
    reader.calls.clear()

    answer = house.client.post(f"/api/v1/batches/{batch}/retry", json={"cause": "no_text"})
    ended = house.run_to_end(batch, start=False)

    assert answer.status_code == 202
    assert sorted(reader.calls) == ["no_text-1.jpg", "no_text-2.jpg"]
    assert (ended["done"], ended["failed"]) == (2, 1)
    assert [group["cause"] for group in failures(house, batch)] == ["blank"]


def test_a_group_that_is_no_more_is_not_read_again(house: House) -> None:
    batch = house.read_by(Choosy(), "blank-1.jpg")
    house.run_to_end(batch)

    answer = house.client.post(f"/api/v1/batches/{batch}/retry", json={"cause": "no_text"})

    assert (answer.status_code, answer.json()["code"]) == (409, "nothing_failed")
    assert house.get(batch)["status"] == "completed"


def test_a_batch_that_is_not_there_has_neither_cards_nor_failures(house: House) -> None:
    answers = [
        house.client.get("/api/v1/batches/nowhere/cards"),
        house.client.get("/api/v1/batches/nowhere/failures"),
        house.client.post("/api/v1/batches/nowhere/cards/remove", json={"cards": ["a.jpg"]}),
    ]
    assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [(404, "batch_not_found")] * 3


def test_a_sample_drawer_becomes_a_batch_with_its_fields_and_pairs(house: House) -> None:
    answer = house.client.post("/api/v1/batches/sample", json={"drawer": "music"})

    assert answer.status_code == 201, answer.text
    batch = answer.json()
    assert (batch["status"], batch["total"], batch["options"]["pairing"]) == ("draft", 12, "suffix")
    assert "Komponist" in [field["name"] for field in batch["fields"]]
    assert len(cards(house, batch["name"])["items"][-1]["images"]) == 2
    assert house.run_to_end(batch["name"])["done"] == 12


def test_an_installation_without_samples_says_so_and_leaves_no_batch(open_drawer: OpenDrawer, tmp_path: Path) -> None:
    drawer = open_drawer(samples_dir=tmp_path / "nothing")

    answer = drawer.client.post("/api/v1/batches/sample", json={"drawer": "music"})

    assert (answer.status_code, answer.json()["code"]) == (404, "samples_missing")
    assert "not part of this installation" in answer.json()["detail"]
    assert drawer.client.get("/api/v1/batches").json()["total"] == 0
