"""XLSX: every value a string, nothing run, nothing cut in silence; one row in memory at a time.

Only ``Book`` knows xlsxwriter. It never calls ``Worksheet.write``, which guesses formulas, numbers and links.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from app.core.clock import now
from app.core.errors import Invalid
from app.exports.base import ExportReport, Notes, RecordDict, Sheet
from app.exports.cells import escape
from app.exports.table import ABOUT, Cell, Table

MAX_RECORDS = 1_048_575
"""Rows of a sheet, less the headings."""
MAX_COLUMNS = 16_384
MAX_UNITS = 32_767
"""UTF-16 units that a cell holds."""
PART = 16_000
"""Characters of a long text per row: at most 32,000 units, no pair torn."""
SHOWN = 1_000
"""Characters of a long text that stay in its own cell."""
LONG_TEXTS = "Long texts"
WIDTHS = (8, 60)
"""Narrowest and widest column, in characters."""

# xlsxwriter writes a string <r>…</r> as markup, and escapes only every other of _x0041_x0042_.
_TAKEN_FOR_MARKUP = re.compile(r"_x[0-9a-fA-F]{4}_|\A<r>.*</r>\Z", re.DOTALL)
_WITHIN_ESCAPE = re.compile(r"(?<=_)(?=x[0-9a-fA-F]{4}_)")
_BREAKS = re.compile(r"\r\n?")


class XlsxExporter:
    """Sheets ``Cards``, ``Long texts`` if need be, and ``Notes``. ``scratch``: where its working files go."""

    format = "xlsx"
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    suffix = ".xlsx"

    def __init__(self, *, scratch: Path | None = None, max_records: int = MAX_RECORDS) -> None:
        self._scratch = scratch
        self._max_records = max_records

    def write(self, records: Iterable[RecordDict], sheet: Sheet, out: BinaryIO) -> ExportReport:
        """See ``Exporter``. ``out`` receives nothing before the workbook is whole."""
        notes = Notes()
        table = Table(sheet, notes)
        if len(table.headers) > MAX_COLUMNS:
            raise Invalid("An XLSX sheet has room for 16,384 columns; choose JSON.", code="too_many_fields")
        self._refuse_beyond_limit(sheet.total or 0)
        with TemporaryDirectory(prefix="indexcards-xlsx-", dir=self._scratch) as folder:
            path = Path(folder) / "book.xlsx"
            try:
                self._fill(path, records, sheet, table, notes)
            except FileCreateError as error:  # xlsxwriter's wrapping of an OSError, such as a full disk
                raise OSError(*error.args[0].args) from error
            with path.open("rb") as whole:
                shutil.copyfileobj(whole, out)
        return notes.report()

    def _fill(self, path: Path, records: Iterable[RecordDict], sheet: Sheet, table: Table, notes: Notes) -> None:
        with closing(Book(path, table, notes)) as book:
            for record in records:
                self._refuse_beyond_limit(notes.records + 1)
                book.add(table.row(record))
            book.finish(sheet)

    def _refuse_beyond_limit(self, records: int) -> None:
        if records > self._max_records:
            detail = f"An XLSX sheet has room for {self._max_records:,} cards; choose CSV or JSON."
            raise Invalid(detail, code="too_many_records")


class Book:
    """A workbook in the making."""

    def __init__(self, path: Path, table: Table, notes: Notes) -> None:
        self._workbook = Workbook(str(path), {"constant_memory": True, "tmpdir": str(path.parent)})
        self._workbook.use_zip64()
        self._table = table
        self._notes = notes
        self._cards = self._workbook.add_worksheet("Cards")
        self._long_texts: Worksheet | None = None
        self._long_rows = 0
        self._rows = 0
        self._widths = [0] * len(table.headers)
        text = {"num_format": "@", "text_wrap": True, "valign": "top"}
        self._text = self._workbook.add_format(text)
        self._head = self._workbook.add_format(text | {"bold": True, "bottom": 1})
        self._number = self._workbook.add_format({"valign": "top"})
        for column, header in enumerate(table.headers):
            self._text_cell(column, header, list(table.headers), self._head)

    def add(self, row: list[Cell]) -> None:
        """Append one card."""
        self._rows += 1
        for column, value in enumerate(row):
            if isinstance(value, str):
                self._text_cell(column, value, row, self._text)
            elif value is not None:
                self._cards.write_number(self._rows, column, value, self._number)

    def finish(self, sheet: Sheet) -> None:
        """Freeze, filter and size what is there, and append the notes."""
        cards = self._cards
        cards.freeze_panes(1, 1)
        cards.autofilter(0, 0, self._rows, len(self._widths) - 1)
        cards.ignore_errors({"number_stored_as_text": f"A1:XFD{MAX_RECORDS + 1}"})
        for column, width in enumerate(self._widths):
            cards.set_column(column, column, min(max(width + 2, WIDTHS[0]), WIDTHS[1]))
        self._add_notes(sheet)

    def close(self) -> None:
        """Write the file. Needed after a failure too: it lets go of the working files."""
        self._workbook.close()

    def _text_cell(self, column: int, value: str, row: list[Cell], style: object) -> None:
        text = printable(value)
        if "\\u" in text and text != _BREAKS.sub("\n", value):
            name = self._table.name(column, row)
            self._notes.say(rf"{name}: characters that a table cannot hold are written as \uXXXX.")
        if len(text) > MAX_UNITS // 2 and _units(text) > MAX_UNITS:
            text = self._set_aside(text, column, row)
        put(self._cards, self._rows, column, text, style)
        if self._widths[column] < WIDTHS[1]:
            longest = len(text) if "\n" not in text else max(map(len, text.split("\n")))
            self._widths[column] = max(self._widths[column], longest)

    def _set_aside(self, text: str, column: int, row: list[Cell]) -> str:
        """Write a text that is too long for a cell in parts to its own sheet; return what to show instead."""
        if self._long_texts is None:
            self._long_texts = self._workbook.add_worksheet(LONG_TEXTS)
            self._long_texts.set_column(0, 3, 20)
            self._long_texts.set_column(4, 4, WIDTHS[1])
            for at, header in enumerate(("filename", "column", "part", "parts", "text")):
                put(self._long_texts, 0, at, header, self._head)
        parts = [text[start : start + PART] for start in range(0, len(text), PART)]
        for number, part in enumerate(parts, 1):
            self._long_rows += 1
            put(self._long_texts, self._long_rows, 0, shown(row[0]), self._text)
            put(self._long_texts, self._long_rows, 1, shown(self._table.headers[column]), self._text)
            self._long_texts.write_number(self._long_rows, 2, number, self._number)
            self._long_texts.write_number(self._long_rows, 3, len(parts), self._number)
            put(self._long_texts, self._long_rows, 4, part, self._text)
        self._notes.say(
            f"{self._table.name(column, row)}: the text has {len(text):,} characters, more than a cell "
            f'of Excel holds; it is whole in the sheet "{LONG_TEXTS}", in {len(parts)} parts.'
        )
        return f'{text[:SHOWN]}… [{len(text):,} characters; the whole text is in the sheet "{LONG_TEXTS}"]'

    def _add_notes(self, sheet: Sheet) -> None:
        report = self._notes.report()
        lines = [
            ("Batch", f"{sheet.title} ({sheet.batch})"),
            ("Exported", now().isoformat(sep=" ", timespec="seconds")),
            ("Cards", f"{report.records}, of which failed: {report.failed}"),
            *ABOUT.items(),
            *(("Note", note) for note in report.notes),
        ]
        notes = self._workbook.add_worksheet("Notes")
        notes.set_column(0, 0, 16)
        notes.set_column(1, 1, 100)
        for row, (name, text) in enumerate(lines):
            put(notes, row, 0, name, self._head)
            put(notes, row, 1, shown(text), self._text)


def put(sheet: Worksheet, row: int, column: int, text: str, style: object) -> None:
    """Write text as text, also where xlsxwriter would read it as markup."""
    if _TAKEN_FOR_MARKUP.search(text):
        sheet.write_rich_string(row, column, text[0], text[1], *_WITHIN_ESCAPE.split(text[2:]), style)
    else:
        sheet.write_string(row, column, text, style)


def printable(text: str) -> str:
    """Text that XML can hold, with the line breaks of XML."""
    return escape(_BREAKS.sub("\n", text) if "\r" in text else text)


def shown(value: Cell) -> str:
    """A cell's text for another sheet, never too long for it."""
    return printable(str(value))[: MAX_UNITS // 2]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
