"""JSON: the array of contract section 3, one record a line, as it is."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from pydantic_core import to_json

from app.core.errors import JsonValue
from app.exports.base import ExportReport, Notes, RecordDict, Sheet
from app.exports.cells import text_of

CHUNK = 1 << 16
"""Bytes that are gathered before they are sent on."""

_HALF = re.compile("[\ud800-\udfff]")
_ENDLESS = re.compile(rb"\d{4300}")
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


class JsonExporter:
    """Lossless, but for numbers that JSON does not know: NaN and the infinities become null."""

    format = "json"
    media_type = "application/json"
    suffix = ".json"

    def write(self, records: Iterable[RecordDict], sheet: Sheet, out: BinaryIO) -> ExportReport:
        """See ``Exporter``."""
        notes = Notes()
        for chunk in self.chunks(records, sheet, notes):
            out.write(chunk)
        return notes.report()

    def chunks(self, records: Iterable[RecordDict], sheet: Sheet, notes: Notes | None = None) -> Iterator[bytes]:
        """The file in pieces of about 64 KiB; the first, the bracket, before any record is asked for."""
        notes = notes or Notes()
        yield b"["
        separator = b"\n"
        pieces: list[bytes] = []
        size = 0
        for record in records:
            pieces.append(piece := separator + element(record, sheet, notes))
            separator = b",\n"
            size += len(piece)
            if size >= CHUNK:
                yield b"".join(pieces)
                pieces, size = [], 0
        yield b"".join([*pieces, b"\n]\n"])


def _utf8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", text).encode()


def element(record: RecordDict, sheet: Sheet, notes: Notes) -> bytes:
    """One record as JSON; a record that cannot be written, as a failed card."""
    notes.records += 1
    notes.failed += record.get("success") is not True
    try:
        return _quickly(record) or _utf8(_encode_finite(dict(record), notes))
    except (TypeError, ValueError, RecursionError) as error:
        name = record.get("filename")
        filename = "" if name is None else text_of(name)
        notes.failed += record.get("success") is True
        notes.say(f"{filename}: the record cannot be written as JSON ({type(error).__name__}).")
        reason = f"the record cannot be written as JSON ({type(error).__name__})"
        said = {"filename": filename, "batch": sheet.batch, "success": False, "data": {}, "error": reason}
        return _utf8(_encode(said))


def _quickly(record: RecordDict) -> bytes | None:
    """In a fifth of the time of ``json``; None for what is not to be written so, or not at all."""
    try:
        text = to_json(record)
    except ValueError:
        return None
    odd = b"NaN" in text or b"Infinity" in text or (len(text) > 4300 and _ENDLESS.search(text) is not None)
    return None if odd else text


def _encode_finite(record: dict[str, JsonValue], notes: Notes) -> str:
    try:
        return _encode(record)
    except ValueError:
        text = _encode(_finite(record))
        notes.say(f"{text_of(record.get('filename'))}: numbers that are not finite are written as null.")
        return text


def _finite(value: JsonValue) -> JsonValue:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, list):
        return [_finite(item) for item in value]
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    return value
