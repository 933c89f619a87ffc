from __future__ import annotations

import io
import json
from collections.abc import Iterator

from exports.cards import exported, record, sheet, terrible

from app.exports.base import RecordDict
from app.exports.json_file import JsonExporter


def refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is not JSON")


def test_the_array_holds_every_record_as_it_is() -> None:
    cards = [record("a.jpg"), record("b.jpg", unknown={"kept": [1, 2.5, "ä\ud800"]})]

    content = exported(JsonExporter(), cards)

    assert json.loads(content) == cards
    assert content.decode().count("\n") == 4


def test_an_empty_batch_is_an_empty_array() -> None:
    assert json.loads(exported(JsonExporter(), [])) == []


def test_row_47_half_a_surrogate_pair_is_escaped_and_comes_back() -> None:
    content = exported(JsonExporter(), [record(data={"Komponist": "ä\udc00\\", "\ud800": '"\ud801'})])

    assert rb"\udc00\\" in content
    assert json.loads(content)[0]["data"] == {"Komponist": "ä\udc00\\", "\ud800": '"\ud801'}


def test_numbers_that_json_does_not_know_become_null_and_are_told_of() -> None:
    out = io.BytesIO()

    report = JsonExporter().write(
        [record("nan.jpg", confidence={"Komponist": float("nan"), "Verlag": 0.5}, evidence=[[float("-inf")]])],
        sheet(),
        out,
    )

    (read,) = json.loads(out.getvalue(), parse_constant=refuse)
    assert read["confidence"] == {"Komponist": None, "Verlag": 0.5}
    assert read["evidence"] == [[None]]
    assert report.notes == ("nan.jpg: numbers that are not finite are written as null.",)


def test_row_47_a_record_that_json_cannot_hold_is_there_as_a_failed_one() -> None:
    out = io.BytesIO()

    report = JsonExporter().write(terrible(), sheet(), out)

    read = json.loads(out.getvalue(), parse_constant=refuse)
    assert len(read) == report.records == len(terrible())
    assert {card["filename"] for card in read if card.get("success") is False} == {"types.jpg", "deep.jpg"}
    assert "RecursionError" in next(card["error"] for card in read if card.get("filename") == "deep.jpg")


def test_the_bracket_is_sent_before_the_first_record_is_asked_for() -> None:
    def never() -> Iterator[RecordDict]:
        raise AssertionError("asked for a record")
        yield {}

    assert next(JsonExporter().chunks(never(), sheet())) == b"["
