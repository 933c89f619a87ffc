"""Many records changed in one call: nobody's word is lost, and what was done can be undone and done again."""

from __future__ import annotations

from typing import Any

from drawers import House
from readers import torn

NAMES = ("a.jpg", "b.jpg", "c.jpg")


def read(house: House, *names: str) -> str:
    batch = house.filled(*(names or NAMES))
    house.run_to_end(batch)
    return batch


def page(house: House, batch: str, **query: object) -> dict[str, Any]:
    answer = house.client.get(f"/api/v1/batches/{batch}/records", params=query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def bulk(house: House, batch: str, **body: object) -> dict[str, Any]:
    answer = house.client.post(f"/api/v1/batches/{batch}/records/bulk", json=body)
    assert answer.status_code == 200, answer.text
    report: dict[str, Any] = answer.json()
    return report


def undo(house: House, batch: str, mark: str) -> dict[str, Any]:
    answer = house.client.post(f"/api/v1/batches/{batch}/records/bulk/{mark}/undo")
    assert answer.status_code == 200, answer.text
    report: dict[str, Any] = answer.json()
    return report


def edit(house: House, batch: str, filename: str, **change: object) -> dict[str, Any]:
    version = house.record(batch, filename)["version"]
    answer = house.client.patch(
        f"/api/v1/batches/{batch}/records/{filename}", json={"version": version, "who": "Ada", **change}
    )
    assert answer.status_code == 200, answer.text
    record: dict[str, Any] = answer.json()
    return record


def versions(found: dict[str, Any]) -> dict[str, int]:
    return {record["filename"]: record["version"] for record in found["items"]}


def test_accepting_chosen_cards_judges_every_open_value_and_keeps_older_verdicts(house: House) -> None:
    batch = read(house)
    edit(house, batch, "a.jpg", set={"Titel": "Hand"})
    seen = versions(page(house, batch))

    report = bulk(house, batch, cards={name: seen[name] for name in ("a.jpg", "b.jpg")}, accept="all", who="Ben")

    a, b, c = (house.record(batch, name) for name in NAMES)
    assert (report["changed"], report["unchanged"], report["left_out"]) == (2, 0, [])
    assert a["review"] == {"Komponist": "accepted", "Titel": "corrected", "Signatur": "accepted"}
    assert a["data"]["Titel"] == "Hand"
    assert set(b["review"].values()) == {"accepted"}
    assert c["review"] == {}
    assert [h["who"] for h in b["history"]] == ["Ben"] * 3
    assert (b["version"], house.get(batch)["reviewed"]) == (seen["b.jpg"] + 1, 2)
    assert [r["filename"] for r in page(house, batch, review="open")["items"]] == ["c.jpg"]


def test_a_value_set_on_all_that_match_is_found_sorted_and_undone(house: House) -> None:
    batch = read(house)
    revision = page(house, batch)["revision"]

    report = bulk(
        house, batch, filter={"field": "Titel", "value": "Titel of"}, revision=revision, without=["b.jpg"],
        set={"Titel": " Sonate "},
    )  # fmt: skip
    found = page(house, batch, q="sonate")
    undone = undo(house, batch, report["id"])

    assert (report["changed"], found["total"]) == (2, 2)
    assert undone["changed"] == 2
    assert page(house, batch, q="sonate")["total"] == 0
    assert [r["data"]["Titel"] for r in page(house, batch, sort="Titel")["items"]] == [f"Titel of {n}" for n in NAMES]
    assert house.record(batch, "a.jpg")["review"] == {}
    assert [h["verdict"] for h in house.record(batch, "a.jpg")["history"]] == ["corrected", None]


def test_the_undoing_can_be_undone(house: House) -> None:
    batch = read(house)
    report = bulk(house, batch, filter={}, revision=page(house, batch)["revision"], accept="all")

    undone = undo(house, batch, report["id"])
    between = house.get(batch)["reviewed"]
    redone = undo(house, batch, undone["id"])

    assert (report["changed"], undone["changed"], between, redone["changed"]) == (3, 3, 0, 3)
    assert house.get(batch)["reviewed"] == 3
    assert set(house.record(batch, "c.jpg")["review"].values()) == {"accepted"}


def test_what_a_colleague_changed_since_is_left_out_and_named(house: House) -> None:
    batch = read(house)
    found = page(house, batch)
    edit(house, batch, "b.jpg", set={"Titel": "Ada's"})

    chosen = bulk(house, batch, cards=versions(found), set={"Titel": "Mine"})
    filtered = bulk(house, batch, filter={}, revision=found["revision"], set={"Signatur": "Mine"})

    assert [(out["filename"], out["code"]) for out in chosen["left_out"]] == [("b.jpg", "changed_since")]
    assert (chosen["changed"], filtered["changed"], filtered["left_out_total"]) == (2, 0, 3)
    assert house.record(batch, "b.jpg")["data"]["Titel"] == "Ada's"


def test_ones_own_edit_counts_as_seen(house: House) -> None:
    batch = read(house)
    revision = page(house, batch)["revision"]
    version = edit(house, batch, "b.jpg", set={"Titel": "Own"})["version"]

    report = bulk(house, batch, filter={}, revision=revision, seen={"b.jpg": version}, accept=["Titel"])

    assert (report["changed"], report["unchanged"], report["left_out"]) == (2, 1, [])


def test_undoing_leaves_later_corrections_alone_field_by_field(house: House) -> None:
    batch = read(house)
    report = bulk(house, batch, filter={}, revision=page(house, batch)["revision"], accept="all")
    edit(house, batch, "a.jpg", set={"Titel": "Later"})

    undone = undo(house, batch, report["id"])

    assert undone["changed"] == 3
    assert undone["left_out"] == [{"filename": "a.jpg", "code": "changed_since", "fields": ["Titel"]}]
    assert house.record(batch, "a.jpg")["review"] == {"Titel": "corrected"}
    assert house.record(batch, "a.jpg")["data"]["Titel"] == "Later"


def test_failed_and_absent_cards_are_left_out_with_their_reasons(house: House) -> None:
    batch = house.read_by(torn("a.jpg"), "a.jpg", "b.jpg")
    house.run_to_end(batch)
    seen = versions(page(house, batch))

    accepted = bulk(house, batch, cards={**seen, "gone.jpg": 1}, accept="all")
    typed = bulk(house, batch, cards={"a.jpg": seen["a.jpg"]}, set={"Titel": "Typed"})

    assert {(out["filename"], out["code"]) for out in accepted["left_out"]} == {
        ("a.jpg", "not_read"), ("gone.jpg", "gone"),
    }  # fmt: skip
    assert (accepted["changed"], typed["changed"]) == (1, 1)


def test_more_cards_than_a_chunk_are_changed_in_one_call(house: House) -> None:
    names = [f"{n:04}.jpg" for n in range(520)]
    batch = house.filled(*names[:260])
    house.upload(batch, *names[260:])
    house.run_to_end(batch)

    report = bulk(house, batch, filter={}, revision=page(house, batch)["revision"], accept="all")

    assert (report["changed"], house.get(batch)["reviewed"]) == (520, 520)
    assert undo(house, batch, report["id"])["changed"] == 520


def test_a_request_that_does_not_say_which_or_what_is_refused(house: House) -> None:
    batch = read(house, "a.jpg")
    path = f"/api/v1/batches/{batch}/records/bulk"
    bodies: list[dict[str, object]] = [
        {"accept": "all"},
        {"cards": {"a.jpg": 2}},
        {"filter": {}, "accept": "all"},
        {"cards": {"a.jpg": 2}, "set": {"Verlag": "x"}},
        {"cards": {"a.jpg": 2}, "set": {"Titel": "x"}, "accept": ["Titel"]},
        {"filter": {"field": "Verlag"}, "revision": 9, "accept": "all"},
    ]

    codes = [house.client.post(path, json=body).status_code for body in bodies]

    assert codes == [422] * len(bodies)
    assert house.client.post(f"{path}/nothing/undo").status_code == 404
    assert house.record(batch, "a.jpg")["history"] == []


def test_a_field_can_be_filtered_by_its_own_certainty(house: House) -> None:
    batch = read(house)
    certain = page(house, batch)["items"][0]["confidence"]["Titel"]
    edit(house, batch, "b.jpg", accept=["Titel"])

    open_ones = page(house, batch, field="Titel", max_confidence=certain)
    none = page(house, batch, field="Titel", max_confidence=0.0)

    assert [r["filename"] for r in open_ones["items"]] == ["a.jpg", "c.jpg"]
    assert none["total"] == 0
