from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pytest
from exports.cards import exported, failed, record, sheet, terrible

from app.exports.base import RecordDict
from app.exports.cells import restore
from app.exports.csv_file import CsvExporter, Separator


def table(content: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, delimiter=delimiter, strict=True))


def test_a_csv_has_a_mark_for_excel_and_one_line_a_card() -> None:
    content = exported(CsvExporter(), [record()])

    assert (
        content
        == (
            "\ufefffilename,Komponist,Signatur,Verlag,_status,_reviewed,_confidence,_error,_images,_batch\r\n"
            '000123.jpg,"Zimmermann, Rolf",Spez.12.433,,done,2,0.93,,000123.jpg | 000123_back.jpg,'
            "lippmann-042-7f3a\r\n"
        ).encode()
    )


def test_a_blank_field_is_bare_and_an_empty_text_is_quoted() -> None:
    content = exported(CsvExporter(), [record(data={"Komponist": None, "Signatur": "", "Verlag": "x"})])

    assert b'\r\n000123.jpg,,"",x,done' in content


@pytest.mark.parametrize(("name", "sign"), [("comma", ","), ("semicolon", ";"), ("tab", "\t")])
def test_every_separator_is_read_back(name: Separator, sign: str) -> None:
    value = 'a,b;c\td "e"\nf\r\ng\rh'

    (row,) = table(exported(CsvExporter(separator=name), [record(data={"Komponist": value})]), sign)

    assert row["Komponist"] == value


def test_row_47_formulas_are_text_in_the_default_and_as_they_are_in_the_faithful_mode() -> None:
    cards = [record(data={"Komponist": "=cmd|' /C calc'!A0", "Signatur": "-"}), failed(error="@SUM(1)")]

    safe = table(exported(CsvExporter(), cards))
    faithful = table(exported(CsvExporter(faithful=True), cards))

    assert [safe[0]["Komponist"], safe[0]["Signatur"], safe[1]["_error"]] == [
        "'=cmd|' /C calc'!A0",
        "'-",
        "'@SUM(1)",
    ]
    assert [faithful[0]["Komponist"], faithful[0]["Signatur"]] == ["=cmd|' /C calc'!A0", "-"]


def test_a_heading_is_no_formula_either() -> None:
    content = exported(CsvExporter(), [], sheet("=1+1"))

    assert "'=1+1" in next(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_row_47_terrible_cards_each_get_their_line() -> None:
    rows = table(exported(CsvExporter(), terrible()))

    assert len(rows) == len(terrible())
    assert restore(rows[0]["Komponist"]) == "half \ud800 of a pair"
    assert restore(rows[2]["Komponist"]) == "\x00\x01 bell\x07"
    assert rows[3]["Komponist"] == "ä" * 40_000
    assert rows[9]["filename"] == "'=2+3.jpg"
    assert {row["_status"] for row in rows[9:]} == {"failed"}


def test_the_report_names_what_was_changed() -> None:
    report = CsvExporter().write(
        [record("a.jpg", data={"Komponist": "=1", "Signatur": "\x07"}), failed()], sheet(), io.BytesIO()
    )

    assert (report.records, report.failed) == (2, 1)
    assert report.notes == (
        "A cell begins like a formula and was given a leading apostrophe (1×)",
        r'a.jpg, column "Signatur": characters that a table cannot hold are written as \uXXXX.',
    )


def test_the_headings_are_sent_before_the_first_record_is_asked_for() -> None:
    def never() -> Iterator[RecordDict]:
        raise AssertionError("asked for a record")
        yield {}

    assert next(CsvExporter().chunks(never(), sheet())).endswith(b"_batch\r\n")


def test_an_empty_batch_is_a_file_of_headings() -> None:
    assert exported(CsvExporter(), []).count(b"\r\n") == 1
