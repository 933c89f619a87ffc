"""Fronts and backs: which images are one card."""

from __future__ import annotations

import pytest

from app.core.errors import Invalid
from app.services import integrity, pairing
from drawers import House
from readers import Double, Gated


def cards(house: House, batch: str) -> dict[str, list[str]]:
    """Fronts with all their images, in card order."""
    found: dict[str, list[str]] = {}
    for image in house.client.get(f"/api/v1/batches/{batch}/images").json()["items"]:
        found.setdefault(image["card"], []).append(image["filename"])
    return found


def laid(house: House, *names: str, **options: str) -> dict[str, list[str]]:
    batch = house.batch(options=options)
    house.upload(batch, *names)
    found = cards(house, batch)
    assert house.get(batch)["total"] == len(found)
    return found


@pytest.mark.parametrize(
    ("names", "pairs"),
    [
        (["x_a.jpg", "x_b.jpg"], {"x_a.jpg": ["x_a.jpg", "x_b.jpg"]}),
        (["x_b.jpg", "x_a.jpg"], {"x_a.jpg": ["x_a.jpg", "x_b.jpg"]}),
        (["x_r.jpg", "x_v.jpg"], {"x_r.jpg": ["x_r.jpg", "x_v.jpg"]}),
        (["x recto.jpg", "x verso.png"], {"x_recto.jpg": ["x_recto.jpg", "x_verso.jpg"]}),
        (["x-front.jpg", "x-back.jpg"], {"x-front.jpg": ["x-front.jpg", "x-back.jpg"]}),
        (["000123.jpg", "000123_back.jpg"], {"000123.jpg": ["000123.jpg", "000123_back.jpg"]}),
        (["X-1.jpg", "x-2.jpg"], {"X-1.jpg": ["X-1.jpg", "x-2.jpg"]}),
        (["x-1.jpg", "x-2.jpg", "x-3.jpg"], {n: [n] for n in ("x-1.jpg", "x-2.jpg", "x-3.jpg")}),
        (["x_a.jpg", "x_v.jpg"], {n: [n] for n in ("x_a.jpg", "x_v.jpg")}),
        (["x.jpg", "x_b.jpg"], {n: [n] for n in ("x.jpg", "x_b.jpg")}),
        (["x.jpg", "y_a.jpg", "z.jpg"], {n: [n] for n in ("x.jpg", "y_a.jpg", "z.jpg")}),
    ],
)
def test_sides_are_told_by_the_end_of_the_name(house: House, names: list[str], pairs: dict[str, list[str]]) -> None:
    assert laid(house, *names, pairing="suffix") == pairs


def test_without_pairing_every_image_is_a_card(house: House) -> None:
    assert laid(house, "x_a.jpg", "x_b.jpg") == {"x_a.jpg": ["x_a.jpg"], "x_b.jpg": ["x_b.jpg"]}


@pytest.mark.parametrize("order", [("x_a.jpg", "x_b.jpg"), ("x_b.jpg", "x_a.jpg")])
def test_sides_of_separate_uploads_find_each_other(house: House, order: tuple[str, str]) -> None:
    batch = house.batch(options={"pairing": "suffix"})
    for name in order:
        house.upload(batch, name, "y.jpg" if name == order[0] else "z.jpg")

    assert cards(house, batch) == {"x_a.jpg": ["x_a.jpg", "x_b.jpg"], "y.jpg": ["y.jpg"], "z.jpg": ["z.jpg"]}
    assert house.get(batch)["total"] == 3


def test_a_sequence_that_shows_later_is_taken_apart_before_the_start(house: House) -> None:
    batch = house.batch(options={"pairing": "suffix"})
    house.upload(batch, "x-1.jpg", "x-2.jpg")
    assert house.get(batch)["total"] == 1
    house.upload(batch, "x-3.jpg")

    ended = house.run_to_end(batch)

    assert (ended["total"], ended["done"]) == (3, 3)


def test_two_by_two_pairs_what_lies_together(house: House) -> None:
    batch = house.batch(options={"pairing": "two_by_two"})
    house.upload(batch, "10.jpg", "9.jpg", "8.jpg")
    house.upload(batch, "11.jpg", "12.jpg")

    house.run_to_end(batch)

    assert cards(house, batch) == {"8.jpg": ["8.jpg", "9.jpg"], "10.jpg": ["10.jpg", "11.jpg"], "12.jpg": ["12.jpg"]}
    assert [r["images"] for r in house.results(batch)] == [["8.jpg", "9.jpg"], ["10.jpg", "11.jpg"], ["12.jpg"]]
    assert house.get(batch)["done"] == 3


def test_a_pattern_names_card_and_side(house: House) -> None:
    pattern = r"^(?P<card>k\d+)_?(?P<side>front|back)?"
    found = laid(
        house, "K1_back.jpg", "K1_front.jpg", "K2.jpg", "K2_back.jpg", "other.jpg", pairing="pattern", pattern=pattern
    )

    assert found == {
        "K1_front.jpg": ["K1_front.jpg", "K1_back.jpg"],
        "K2.jpg": ["K2.jpg", "K2_back.jpg"],
        "other.jpg": ["other.jpg"],
    }


def test_a_pattern_that_takes_too_long_is_refused(house: House) -> None:
    slow = {"pairing": "pattern", "pattern": r"^(?P<card>(a|a)*)*(?P<side>[0-9])$"}
    with pytest.raises(Invalid, match="too long"):
        pairing.place("a" * 60 + ".jpg", dict(slow))
    batch = house.filled("a" * 60 + ".jpg")

    answer = house.client.patch(f"/api/v1/batches/{batch}", json={"options": slow})

    assert answer.status_code == 422
    assert house.get(batch)["options"] == {}
    assert house.get(batch)["total"] == 1


def test_a_change_of_the_options_lays_unread_cards_again(house: House) -> None:
    batch = house.filled("x_a.jpg", "x_b.jpg", "y.jpg")
    path = f"/api/v1/batches/{batch}"

    paired = house.client.patch(path, json={"options": {"pairing": "suffix"}}).json()["total"]
    apart = house.client.patch(path, json={"options": {"pairing": "none"}}).json()["total"]
    again = house.client.patch(path, json={"options": {"pairing": "two_by_two"}}).json()["total"]

    assert (paired, apart, again) == (2, 3, 2)
    assert cards(house, batch) == {"x_a.jpg": ["x_a.jpg", "x_b.jpg"], "y.jpg": ["y.jpg"]}


def test_a_card_that_was_read_keeps_its_images(house: House) -> None:
    batch = house.filled("x_a.jpg", "x_b.jpg")
    house.run_to_end(batch)

    house.client.patch(f"/api/v1/batches/{batch}", json={"options": {"pairing": "suffix"}})
    house.upload(batch, "x_v.jpg", "x_r.jpg")

    assert cards(house, batch) == {"x_a.jpg": ["x_a.jpg"], "x_b.jpg": ["x_b.jpg"], "x_r.jpg": ["x_r.jpg", "x_v.jpg"]}


def test_a_card_of_two_sides_fails_and_comes_back_as_one(house: House) -> None:
    from readers import torn

    batch = house.read_by(torn("x_a.jpg"), options={"pairing": "suffix"})
    house.upload(batch, "x_a.jpg", "x_b.jpg")
    house.run_to_end(batch)
    assert house.on_disk(batch, "_errors") == ["x_a.jpg", "x_b.jpg"]
    house.reader.of[batch] = Double()

    answer = house.client.post(f"/api/v1/batches/{batch}/retry-image/x_b.jpg")
    house.run_to_end(batch, start=False)

    assert answer.status_code == 200
    assert house.on_disk(batch, "_errors") == []
    assert house.results(batch)[0]["images"] == ["x_a.jpg", "x_b.jpg"]


def test_a_card_loses_a_side_and_stays_one(house: House) -> None:
    batch = house.batch(options={"pairing": "suffix"})
    house.upload(batch, "x_a.jpg", "x_b.jpg", "y_a.jpg", "y_b.jpg")
    house.run_to_end(batch)

    assert house.client.delete(f"/api/v1/batches/{batch}/images/x_b.jpg").status_code == 204
    assert house.client.delete(f"/api/v1/batches/{batch}/images/y_a.jpg").status_code == 204

    assert [(r["filename"], r["images"]) for r in house.results(batch)] == [
        ("x_a.jpg", ["x_a.jpg"]),
        ("y_b.jpg", ["y_b.jpg"]),
    ]
    assert house.get(batch)["done"] == 2


def test_an_engine_is_given_all_sides_front_first(house: House) -> None:
    gate = Gated()
    batch = house.read_by(gate, options={"pairing": "suffix"})
    house.upload(batch, "x_b.jpg", "x_a.jpg")
    seen: list[list[str]] = []
    gate.answer = lambda card, cancel: seen.append([i.filename for i in card.images]) or Double().answer(card, cancel)  # type: ignore[method-assign,func-returns-value]

    house.run_to_end(batch)

    assert seen == [["x_a.jpg", "x_b.jpg"]]


def test_counters_agree_after_all_this(house: House) -> None:
    parts = house.parts
    checked = integrity.check(parts.database, parts.settings.data_dir, parts.settings.batches_dir, parts.decoder)

    assert [f for f in checked.findings if f.code == "counters_differ"] == []
