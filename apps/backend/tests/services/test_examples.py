"""Verified cards from a file stand as a person's own words."""

from __future__ import annotations

import pytest

from app.core.errors import Invalid
from app.services import examples
from drawers import House


@pytest.fixture
def batch(house: House) -> str:
    made = house.batch()
    house.upload(made, "1.jpg", "2.jpg", "3.jpg")
    house.run_to_end(made)
    return made


def test_examples_are_verdicts_of_their_file_and_are_said_once(house: House, batch: str) -> None:
    given = {"1.jpg": {"Titel": "Lied", "Signatur": None}, "not-here.jpg": {"Titel": "x"}}

    taken = [examples.take_in(house.parts.database, batch, given) for _ in range(2)]

    assert [(t.known, t.unknown) for t in taken] == [(1, ("not-here.jpg",))] * 2
    record = house.record(batch, "1.jpg")
    assert (record["data"]["Titel"], record["data"]["Signatur"]) == ("Lied", None)  # type: ignore[index]
    assert record["review"] == {"Titel": "corrected", "Signatur": "corrected"}
    assert [row["who"] for row in record["history"]] == ["examples"] * 2  # type: ignore[attr-defined]
    assert house.record(batch, "2.jpg")["review"] == {}


def test_examples_with_other_fields_are_refused(house: House, batch: str) -> None:
    with pytest.raises(Invalid, match="other fields"):
        examples.take_in(house.parts.database, batch, {"1.jpg": {"title": "Lied"}})
