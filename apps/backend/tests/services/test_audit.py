"""The blind audit: what a sample proves about the values that nobody has looked at."""

from __future__ import annotations

import pytest

from app.engines.local.learned.reliability import error_bound
from drawers import House

API = "/api/v1/batches"


@pytest.mark.parametrize(
    ("errors", "checked", "bound"),
    [
        (0, 59, 0.0495),
        (0, 100, 0.0295),
        (0, 140, 0.0212),
        (1, 100, 0.0466),
        (3, 100, 0.0757),
        (5, 50, 0.1988),
        (0, 1, 0.95),
    ],
)
def test_the_bound_is_that_of_clopper_and_pearson(errors: int, checked: int, bound: float) -> None:
    assert error_bound(errors, checked) == pytest.approx(bound, abs=2e-4)


def test_nothing_checked_proves_nothing() -> None:
    assert error_bound(0, 0) == 1.0
    assert error_bound(7, 7) == 1.0


@pytest.fixture
def batch(house: House) -> str:
    made = house.batch()
    house.upload(made, *(f"{n}.jpg" for n in range(8)))
    house.run_to_end(made)
    return made


def test_a_sample_is_checked_blind_and_bounds_the_errors(house: House, batch: str) -> None:
    audit = house.client.post(f"{API}/{batch}/audits", json={"size": 10, "who": "Ada"}).json()
    assert (audit["size"], audit["checked"], audit["bound"], audit["population"]) == (10, 0, 1.0, 24)
    for n in range(10):
        shown = audit["next"]
        assert set(shown) == {"place", "filename", "field"}, "the machine's value is not told"
        read = f"{shown['field']} of {shown['filename']}"
        answer = {"place": shown["place"], "value": "otherwise" if n == 0 else read, "who": "Ada"}
        audit = house.client.post(f"{API}/{batch}/audits/{audit['id']}/answers", json=answer).json()

    assert (audit["checked"], audit["wrong"], audit["next"]) == (10, 1, None)
    assert audit["bound"] == pytest.approx(error_bound(1, 10))
    assert sum(part["wrong"] for part in audit["fields"]) == 1
    assert audit["fields"][0]["wrong"] == 1
    wrong = next(a for a in audit["answered"] if not a["correct"])
    record = house.record(batch, wrong["filename"])
    assert record["data"][wrong["field"]] == "otherwise", "what was typed is kept as a correction"  # type: ignore[index]


def test_a_sample_holds_only_what_nobody_has_looked_at(house: House, batch: str) -> None:
    for n in range(8):
        record = house.record(batch, f"{n}.jpg")
        body = {"version": record["version"], "accept": ["Komponist", "Titel"]}
        assert house.client.patch(f"{API}/{batch}/records/{n}.jpg", json=body).status_code == 200
    house.client.post(f"{API}/{batch}/rule-acceptances", json={"at": 0.9})

    audit = house.client.post(f"{API}/{batch}/audits", json={"size": 100}).json()

    assert audit["population"] == audit["size"] == 8, "accepted by rule is not looked at"
    assert audit["next"]["field"] == "Signatur"


def test_an_answer_counts_once(house: House, batch: str) -> None:
    audit = house.client.post(f"{API}/{batch}/audits", json={"size": 2}).json()
    answers = f"{API}/{batch}/audits/{audit['id']}/answers"
    assert house.client.post(answers, json={"place": 0, "value": None}).status_code == 200

    again = house.client.post(answers, json={"place": 0, "value": "x"})

    assert (again.status_code, again.json()["code"]) == (409, "already_checked")
    assert house.client.post(answers, json={"place": 99, "value": "x"}).status_code == 422
    assert house.client.get(f"{API}/{batch}/audits/999999").status_code == 404
    assert [one["id"] for one in house.client.get(f"{API}/{batch}/audits").json()["items"]] == [audit["id"]]


def test_when_all_is_looked_at_there_is_nothing_to_audit(house: House) -> None:
    made = house.batch()
    answer = house.client.post(f"{API}/{made}/audits", json={})
    assert (answer.status_code, answer.json()["code"]) == (409, "nothing_open")
