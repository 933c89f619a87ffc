"""Which formats there are, and a file written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from app.core.errors import Invalid
from app.core.files import atomic_write
from app.exports.base import Exporter, ExportReport, RecordDict, Sheet
from app.exports.csv_file import CsvExporter, Separator
from app.exports.json_file import JsonExporter
from app.exports.xlsx_file import XlsxExporter

FORMATS = ("csv", "xlsx", "json")


def exporter(
    format: str,  # noqa: A002  the word of the contract
    *,
    faithful: bool = False,
    separator: Separator = "comma",
) -> Exporter:
    """The exporter for a format. ``faithful`` and ``separator`` concern CSV alone; ``Invalid`` if unknown."""
    match format:
        case "csv":
            return CsvExporter(faithful=faithful, separator=separator)
        case "xlsx":
            return XlsxExporter()
        case "json":
            return JsonExporter()
        case _:
            detail = f"There is no export format {format!r}; choose one of {', '.join(FORMATS)}."
            raise Invalid(detail, code="unknown_format")


def write_file(path: Path, to: Exporter, records: Iterable[RecordDict], sheet: Sheet) -> ExportReport:
    """Write an export to ``path``, which keeps its old content until the new one is whole."""
    with atomic_write(path) as out:
        return to.write(records, sheet, out)
