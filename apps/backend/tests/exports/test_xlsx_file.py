from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from exports.cards import exported, failed, record, sheet, terrible
from openpyxl.workbook import Workbook

from app.core.errors import Invalid
from app.exports.base import RecordDict, Sheet
from app.exports.cells import unescape
from app.exports.xlsx_file import LONG_TEXTS, XlsxExporter


def book(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def column(content: bytes, header: str) -> list[object]:
    rows = list(book(content)["Cards"].values)
    return [row[rows[0].index(header)] for row in rows[1:]]


def notes(content: bytes) -> list[str]:
    return [row[1] for row in book(content)["Notes"].values if row[0] == "Note"]


def test_a_card_is_a_row_under_a_frozen_and_filtered_heading() -> None:
    content = exported(XlsxExporter(), [record(), failed()])
    cards = book(content)["Cards"]

    rows = list(cards.values)
    assert rows[0][:5] == ("filename", "Komponist", "Signatur", "Verlag", "_status")
    assert rows[1][:7] == ("000123.jpg", "Zimmermann, Rolf", "Spez.12.433", None, "done", 2, 0.93)
    assert rows[2][:5] == ("torn.jpg", None, None, None, "failed")
    assert "The image is cut off." in rows[2]
    assert (cards.freeze_panes, cards.auto_filter.ref) == ("B2", "A1:J3")


def test_columns_are_as_wide_as_their_content_within_bounds() -> None:
    content = exported(XlsxExporter(), [record(data={"Komponist": "x" * 30, "Signatur": "1\n22", "Verlag": "x" * 500})])
    widths = {key: round(value.width) for key, value in book(content)["Cards"].column_dimensions.items()}

    assert (widths["B"], widths["C"], widths["D"]) == (33, 11, 61)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "{=1+1}",
        "007",
        "1e5",
        "2026-01-01",
        "http://x.example/",
        "mailto:a@b.c",
        "internal:'A'!A1",
        "TRUE",
    ],
)
def test_row_47_a_text_is_a_text_whatever_it_looks_like(text: str) -> None:
    content = exported(XlsxExporter(), [record(data={"Komponist": text})])
    cell = book(content)["Cards"]["B2"]

    assert (cell.value, cell.data_type, cell.number_format, cell.hyperlink) == (text, "s", "@", None)


@pytest.mark.parametrize(
    "text",
    [
        "<r>&</r>",
        "<r><t>x</t></r>",
        "<r></r>",
        "_x0041_",
        "a_x0041_x0042_x0043_ ",
        "<r>_x000D_</r>",
        " <b>\n",
    ],
)
def test_no_text_is_taken_for_markup(text: str) -> None:
    assert column(exported(XlsxExporter(), [record(data={"Komponist": text})]), "Komponist") == [text]


def test_row_47_control_characters_are_visible_and_reported() -> None:
    content = exported(XlsxExporter(), [record("a.jpg", data={"Komponist": "a\x00\x0b\ud800\uffff"})])

    assert column(content, "Komponist") == [r"a\u0000\u000B\uD800\uFFFF"]
    assert notes(content) == [r'a.jpg, column "Komponist": characters that a table cannot hold are written as \uXXXX.']


def test_line_breaks_of_any_kind_become_line_breaks() -> None:
    content = exported(XlsxExporter(), [record(data={"Komponist": "a\r\nb\rc\nd"})])

    assert column(content, "Komponist") == ["a\nb\nc\nd"]
    assert notes(content) == []


@pytest.mark.parametrize(("text", "fits"), [("x" * 32_767, True), ("x" * 32_768, False), ("𝄞" * 16_384, False)])
def test_row_47_a_text_is_set_aside_only_when_it_is_too_long_for_a_cell(text: str, fits: bool) -> None:
    content = exported(XlsxExporter(), [record(data={"Komponist": text})])

    assert (column(content, "Komponist") == [text]) is fits
    assert (LONG_TEXTS not in book(content).sheetnames) is fits
    assert len(notes(content)) == (not fits)


def test_row_47_a_text_too_long_for_a_cell_is_whole_in_its_own_sheet_and_reported() -> None:
    text = "".join(f"{number} 𝄞\n" for number in range(8_000))
    content = exported(XlsxExporter(), [record(data={"Signatur": text}), record(data={"Signatur": "short"})])

    (_, *parts) = book(content)[LONG_TEXTS].values
    assert {part[:2] for part in parts} == {("000123.jpg", "Signatur")}
    assert [part[2:4] for part in parts] == [(n, len(parts)) for n in range(1, len(parts) + 1)]
    assert "".join(str(part[4]) for part in parts) == text
    shown = str(column(content, "Signatur")[0])
    assert shown.startswith(text[:1000])
    assert shown.endswith(f'… [{len(text):,} characters; the whole text is in the sheet "Long texts"]')
    assert len(notes(content)) == 1
    assert f'000123.jpg, column "Signatur": the text has {len(text):,} characters' in notes(content)[0]


def test_row_47_terrible_cards_each_get_their_row() -> None:
    content = exported(XlsxExporter(), terrible())

    assert len(column(content, "filename")) == len(terrible())
    assert unescape(str(column(content, "Komponist")[0])) == "half \ud800 of a pair"
    assert column(content, "Komponist")[4:6] == ["=1+1", "<r><t>&</r>"]
    assert column(content, "_status")[-2:] == ["failed", "failed"]


def test_headings_and_titles_are_no_markup_and_no_formula() -> None:
    strange = Sheet("b\x00", "=1+1 \ud800 <r>&</r>" + "x" * 50_000, ("=1", "<r>&</r>", "\x07", "x" * 40_000, ""))

    content = exported(XlsxExporter(), [record(data={})], strange)

    assert [cell.value for cell in book(content)["Cards"][1]][1:4] == ["=1", "<r>&</r>", r"\u0007"]


def test_every_part_of_the_file_is_well_formed() -> None:
    with zipfile.ZipFile(io.BytesIO(exported(XlsxExporter(), terrible()))) as parts:
        for name in parts.namelist():
            ElementTree.fromstring(parts.read(name))


def test_more_cards_than_a_sheet_holds_are_refused_with_the_way_out() -> None:
    out = io.BytesIO()

    with pytest.raises(Invalid, match="room for 2 cards; choose CSV or JSON"):
        XlsxExporter(max_records=2).write(iter([record()] * 3), sheet(), out)

    assert out.getvalue() == b""


def test_too_many_cards_are_refused_before_the_first_when_their_number_is_known() -> None:
    def never() -> Iterator[RecordDict]:
        raise AssertionError("asked for a record")
        yield {}

    with pytest.raises(Invalid):
        XlsxExporter().write(never(), Sheet("b", "B", ("a",), total=1_048_576), io.BytesIO())


def test_too_many_fields_are_refused() -> None:
    with pytest.raises(Invalid, match="columns"):
        exported(XlsxExporter(), [], sheet(*map(str, range(16_384))))


def test_row_47_nothing_is_left_behind_when_the_records_break_off(tmp_path: Path) -> None:
    def broken() -> Iterator[RecordDict]:
        yield record()
        raise ConnectionError("the database went away")

    out = io.BytesIO()
    with pytest.raises(ConnectionError):
        XlsxExporter(scratch=tmp_path).write(broken(), sheet(), out)

    assert (out.getvalue(), list(tmp_path.iterdir())) == (b"", [])
