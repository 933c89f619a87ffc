"""Row 47 of the fault bar: export injection and fidelity."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
from exports.cards import FIELDS, exported, record, sheet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import JsonValue
from app.exports.cells import restore, unescape
from app.exports.csv_file import CsvExporter, Separator
from app.exports.json_file import JsonExporter
from app.exports.xlsx_file import XlsxExporter

ANY = st.characters(exclude_categories=())
TEXT = (
    st.text(ANY)
    | st.text(st.sampled_from("=+-@＝'\"\t\r\n\x00,; \\u0Dd8_x41<r>&/\ud800\uffff"))
    | st.builds("<r>{}</r>".format, st.text(max_size=5))
    | st.builds(str.__add__, st.sampled_from([*"=+-@＝＋－＠\t\r\0'", " =", "'=", "\u00a0@"]), st.text(ANY))
)
DATA = st.fixed_dictionaries(dict.fromkeys(FIELDS, st.none() | TEXT))
DRAWERS = st.lists(DATA, max_size=5)


def cards(drawer: list[dict[str, str | None]]) -> list[dict[str, JsonValue]]:
    return [record(f"{number}.jpg", data=dict(data)) for number, data in enumerate(drawer)]


def read_csv(content: bytes, delimiter: str) -> list[list[str]]:
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter, strict=True)
    return list(rows)[1:]


@pytest.mark.parametrize("faithful", [False, True])
@pytest.mark.parametrize(("name", "sign"), [("comma", ","), ("semicolon", ";"), ("tab", "\t")])
@given(DRAWERS)
@settings(deadline=None)
def test_row_47_csv_gives_back_every_text(
    name: Separator, sign: str, faithful: bool, drawer: list[dict[str, str | None]]
) -> None:
    content = exported(CsvExporter(faithful=faithful, separator=name), cards(drawer))

    rows = read_csv(content, sign)
    back = [[restore(cell, faithful=faithful) for cell in row[1:4]] for row in rows]
    assert back == [[data[field] or "" for field in FIELDS] for data in drawer]


@given(DRAWERS)
@settings(deadline=None)
def test_row_47_no_cell_of_a_csv_begins_like_a_formula(drawer: list[dict[str, str | None]]) -> None:
    for row in read_csv(exported(CsvExporter(), cards(drawer)), ","):
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠"))
            assert not cell.strip().startswith(("=", "+", "-", "@"))


@given(DRAWERS)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_row_47_xlsx_gives_back_every_text_and_holds_no_formula(drawer: list[dict[str, str | None]]) -> None:
    content = exported(XlsxExporter(), cards(drawer))

    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        xml = parts.read("xl/worksheets/sheet1.xml")
        assert b"<f>" not in xml
        assert b"<f " not in xml
        assert b"<hyperlink" not in xml
    rows = list(openpyxl.load_workbook(io.BytesIO(content))["Cards"].iter_rows(min_row=2, max_col=4))
    assert {cell.data_type for row in rows for cell in row if cell.value is not None} <= {"s"}
    back = [[unescape(cell.value or "") for cell in row[1:]] for row in rows]
    assert back == [[lines(data[field] or "") for field in FIELDS] for data in drawer]


def lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@given(DRAWERS)
@settings(deadline=None)
def test_row_47_json_gives_back_every_record(drawer: list[dict[str, str | None]]) -> None:
    content = exported(JsonExporter(), cards(drawer))

    assert json.loads(content) == json.loads(json.dumps(cards(drawer)))


@given(st.lists(TEXT, unique=True, min_size=1, max_size=4))
@settings(deadline=None)
def test_row_47_headings_come_back_too(names: list[str]) -> None:
    of = sheet(*names)

    text = io.StringIO(exported(CsvExporter(), [], of).decode("utf-8-sig"), newline="")
    workbook = openpyxl.load_workbook(io.BytesIO(exported(XlsxExporter(), [], of)))

    assert [restore(cell) for cell in next(csv.reader(text))][1 : len(names) + 1] == names
    headings = [unescape(cell.value or "") for cell in workbook["Cards"][1]][1 : len(names) + 1]
    assert headings == [lines(name) for name in names]


@pytest.mark.parametrize(("name", "seconds"), [("csv", 6), ("json", 6), ("xlsx", 40)])
def test_row_47_ten_thousand_cards_are_quick_and_need_little_memory(name: str, seconds: float) -> None:
    backend = Path(__file__).parents[2]

    run = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("load.py")), name],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(backend)},
        timeout=120,
    )

    figures = json.loads(run.stdout)
    assert figures["records"] == 10_000
    assert figures["seconds"] <= seconds
    assert figures["megabytes"] <= 100
    assert (figures["first_byte"] or 0) <= 0.5


LETTERS = "=+-@\t\r\n\0'\",;<>&_x0041\\u0D8 aÄß\u0308\u200b\u2028\u202e\ud83d\ude00\uffff\x0b\x1b\x7f\x85"


def wild(dice: random.Random) -> str | None:
    """Most are short, a few longer than a cell of a spreadsheet."""
    length = dice.choice((0, 1, 2, 5, 20, 20, 20)) if dice.random() < 0.999 else 33_000
    return "".join(dice.choices(LETTERS, k=length)) or None


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.bar) for seed in range(1, 20))])
def test_row_47_ten_thousand_wild_cards_come_back_from_every_format(seed: int) -> None:
    dice = random.Random(seed)
    drawer = [{field: wild(dice) for field in FIELDS} for _ in range(10_000)]
    made, names = cards(drawer), [f"{number}.jpg" for number in range(len(drawer))]
    csv.field_size_limit(10**7)

    for faithful in (False, True):
        rows = read_csv(exported(CsvExporter(faithful=faithful), made), ",")
        assert [row[0] for row in rows] == names
        back = [[restore(cell, faithful=faithful) for cell in row[1:4]] for row in rows]
        assert back == [[data[field] or "" for field in FIELDS] for data in drawer]
    assert json.loads(exported(JsonExporter(), made)) == json.loads(json.dumps(made))

    book = openpyxl.load_workbook(io.BytesIO(exported(XlsxExporter(), made)), read_only=True)
    whole: dict[tuple[object, object], str] = {}
    for name, field, _, _, text in list(book["Long texts"].values)[1:]:
        whole[name, field] = whole.get((name, field), "") + str(text)
    assert whole, "some were too long for a cell"
    for name, data, row in zip(names, drawer, list(book["Cards"].values)[1:], strict=True):
        for field, cell in zip(FIELDS, row[1:4], strict=True):
            text = whole.get((name, field), str(cell or ""))
            assert lines(unescape(text)) == lines(data[field] or ""), (name, field)
