"""CSV as RFC 4180 has it, UTF-8 with a byte order mark. Written by hand, since ``csv`` cannot tell null
(nothing between the separators) from the empty text (``""``) before Python 3.12."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Literal

from app.exports.base import ExportReport, Notes, RecordDict, Sheet
from app.exports.cells import escape, neutralise
from app.exports.table import Cell, Table

Separator = Literal["comma", "semicolon", "tab"]
SEPARATORS: dict[Separator, str] = {"comma": ",", "semicolon": ";", "tab": "\t"}
CHUNK = 1 << 16
"""Characters that are gathered before they are sent on."""

_PLAIN = re.compile(r"[^\W_](?:[^\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff\\\",;]*[^\W_])?")
"""What needs no care: begins and ends with a letter or digit, with nothing special between. Most cells."""
# All separators are quoted, whichever is in use: a file opened with the wrong one stays nearer to the truth.
_QUOTED = re.compile(r'[",;\t\r\n]|^\s|\s$|^$')


class CsvExporter:
    """``faithful``: values as they are, formulas included; for programs, not for spreadsheets."""

    format = "csv"
    media_type = "text/csv; charset=utf-8"
    suffix = ".csv"

    def __init__(self, *, faithful: bool = False, separator: Separator = "comma") -> None:
        self._faithful = faithful
        self._separator = SEPARATORS[separator]

    def write(self, records: Iterable[RecordDict], sheet: Sheet, out: BinaryIO) -> ExportReport:
        """See ``Exporter``."""
        notes = Notes()
        for chunk in self.chunks(records, sheet, notes):
            out.write(chunk)
        return notes.report()

    def chunks(self, records: Iterable[RecordDict], sheet: Sheet, notes: Notes | None = None) -> Iterator[bytes]:
        """The file in pieces of about 64 KiB; the first, the headings, before any record is asked for."""
        notes = notes or Notes()
        table = Table(sheet, notes)
        yield ("\ufeff" + self._line(table, list(table.headers), notes)).encode()
        lines: list[str] = []
        size = 0
        for record in records:
            lines.append(line := self._line(table, table.row(record), notes))
            size += len(line)
            if size >= CHUNK:
                yield "".join(lines).encode()
                lines, size = [], 0
        if lines:
            yield "".join(lines).encode()

    def _line(self, table: Table, row: list[Cell], notes: Notes) -> str:
        cells = (self._cell(table, row, column, notes) for column in range(len(row)))
        return self._separator.join(cells) + "\r\n"

    def _cell(self, table: Table, row: list[Cell], column: int, notes: Notes) -> str:
        value = row[column]
        if value is None:
            return ""
        if not isinstance(value, str):
            return f"{value:.10g}"
        if _PLAIN.fullmatch(value):
            return value
        text = escape(value, faithful=self._faithful)
        if text != value:
            notes.say(rf"{table.name(column, row)}: characters that a table cannot hold are written as \uXXXX.")
        if not self._faithful and (safe := neutralise(text)) != text:
            notes.count("A cell begins like a formula and was given a leading apostrophe")
            text = safe
        return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text
