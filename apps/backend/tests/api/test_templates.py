"""Templates: saved schemas."""

from __future__ import annotations

import pytest

from drawers import House

TEMPLATES = "/api/v1/templates"


def body(name: str, **more: object) -> dict[str, object]:
    return {"name": name, "fields": ["Titel", {"name": "Jahr", "type": "year"}], **more}


def test_a_template_is_made_read_replaced_and_deleted(house: House) -> None:
    made = house.client.post(TEMPLATES, json=body("Musik", options={"pairing": "suffix"}))
    one = f"{TEMPLATES}/{made.json()['id']}"

    assert made.status_code == 201
    assert house.client.get(one).json() == made.json()
    replaced = house.client.put(one, json=body("Musik 2")).json()
    assert (replaced["name"], replaced["options"], replaced["version"]) == ("Musik 2", {}, 2)
    deleted = house.client.delete(one)
    assert (deleted.status_code, deleted.content) == (204, b"")
    for answer in (house.client.get(one), house.client.put(one, json=body("x")), house.client.delete(one)):
        assert (answer.status_code, answer.json()["code"]) == (404, "template_not_found")


def test_a_name_is_taken_once_whatever_its_case(house: House) -> None:
    first = house.client.post(TEMPLATES, json=body("Straße")).json()
    other = house.client.post(TEMPLATES, json=body("Andere")).json()

    again = house.client.post(TEMPLATES, json=body("STRASSE"))
    renamed = house.client.put(f"{TEMPLATES}/{other['id']}", json=body(" strasse "))
    itself = house.client.put(f"{TEMPLATES}/{first['id']}", json=body("strasse"))

    assert (again.status_code, again.json()["code"]) == (409, "name_taken")
    assert renamed.status_code == 409
    assert itself.status_code == 200


def test_a_name_may_be_long(house: House) -> None:
    assert house.client.post(TEMPLATES, json=body("ß" * 200)).status_code == 201
    assert house.client.post(TEMPLATES, json=body("ß" * 201)).status_code == 422


def test_templates_are_listed_by_name(house: House) -> None:
    for name in ("zz b", "ZZ a", "zz C"):
        house.client.post(TEMPLATES, json=body(name))

    page = house.client.get(TEMPLATES).json()

    assert [t["name"] for t in page["items"] if t["name"].lower().startswith("zz")] == ["ZZ a", "zz b", "zz C"]
    assert page["total"] == len(page["items"])


def test_a_batch_keeps_its_schema_when_its_template_goes(house: House) -> None:
    made = house.client.post(TEMPLATES, json=body("Vorlage")).json()
    batch = house.client.post("/api/v1/batches", json={"title": "x", "template_id": made["id"]}).json()

    assert house.client.delete(f"{TEMPLATES}/{made['id']}").status_code == 204

    assert [f["name"] for f in house.get(batch["name"])["fields"]] == ["Titel", "Jahr"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "wrong",
    [{"name": ""}, {"fields": ["a", "A"]}, {"engine": "abacus"}, {"engine": "double", "model": "x"}, {"more": 1}],
)
def test_what_does_not_fit_is_422(house: House, wrong: dict[str, object]) -> None:
    assert house.client.post(TEMPLATES, json={**body("Neu"), **wrong}).status_code == 422


@pytest.mark.parametrize("wrong", ["0", "-1", "x", str(2**70)])
def test_an_id_that_cannot_be_is_422(house: House, wrong: str) -> None:
    assert house.client.get(f"{TEMPLATES}/{wrong}").status_code == 422
