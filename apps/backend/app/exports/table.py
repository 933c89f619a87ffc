"""A record as a row: the columns of CSV and XLSX.

``filename``, the fields in schema order, then what is known about the card, in columns beginning with ``_``.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.core.errors import JsonValue
from app.exports.base import Notes, RecordDict, Sheet
from app.exports.cells import mapping, text_of
from app.models.enums import CardStatus, Verdict

FILENAME = "filename"
ABOUT = {
    "_status": "done, or failed: the card could not be read, so its fields hold only what a person entered",
    "_reviewed": "number of fields on which a person has decided",
    "_confidence": "lowest confidence (0 to 1) among the fields on which nobody has decided; empty if none",
    "_error": "why the card failed",
    "_images": "image files of the card, front first, separated by |",
    "_batch": "name of the batch",
}

Cell = str | int | float | None
MAX_NUMBER = 1e9
_VERDICTS = frozenset(Verdict)


def field_headers(fields: tuple[str, ...]) -> dict[str, str]:
    """The heading of each field: its name, or ``name (field)`` where the name is one of our own columns."""
    ours = {FILENAME, *ABOUT}
    taken = ours | set(fields)
    headers: dict[str, str] = {}
    for name in fields:
        header = name
        while header in ours or (header != name and header in taken):
            header = f"{header} (field)"
        taken.add(header)
        headers[name] = header
    return headers


class Table:
    """Turns records into rows. Takes every record, however broken, and notes what it could not show."""

    def __init__(self, sheet: Sheet, notes: Notes) -> None:
        by_field = field_headers(sheet.fields)
        self._notes = notes
        self._sheet = sheet
        self.fields = tuple(by_field)
        self._known = frozenset(by_field)
        self.headers = (FILENAME, *by_field.values(), *ABOUT)

    def row(self, record: RecordDict) -> list[Cell]:
        """One cell per heading. ``None`` is a blank field, ``""`` an empty text."""
        name = record.get("filename")
        filename = "" if name is None else text_of(name)
        data = mapping(record.get("data"))
        self._tell_what_is_left_out(data)
        values = [None if (value := data.get(field)) is None else text_of(value) for field in self.fields]
        return [filename, *values, *self._about(record, filename)]

    def name(self, column: int, row: list[Cell]) -> str:
        """How a note calls a cell."""
        return f'{row[0]}, column "{self.headers[column]}"'

    def _about(self, record: RecordDict, filename: str) -> Iterator[Cell]:
        done = record.get("success") is True
        error = record.get("error")
        self._notes.records += 1
        self._notes.failed += not done
        review = mapping(record.get("review"))
        decided = {field for field in self.fields if _is_verdict(review.get(field))}
        yield CardStatus.DONE.value if done else CardStatus.FAILED.value
        yield len(decided)
        yield self._lowest(mapping(record.get("confidence")), decided, filename)
        yield None if done and error is None else text_of(error or "failed, and no reason was recorded")
        images = record.get("images")
        yield " | ".join(map(text_of, images)) if isinstance(images, list) else filename
        yield self._sheet.batch

    def _lowest(self, confidence: RecordDict, decided: set[str], filename: str) -> float | None:
        lowest: float | None = None
        for field in self.fields:
            value = confidence.get(field)
            if value is None or field in decided:
                continue
            number = _fraction(value)
            if number is None:
                self._notes.say(f'{filename}, field "{field}": its confidence is not a number and was left out.')
            elif lowest is None or number < lowest:
                lowest = number
        return None if lowest is None else round(lowest, 3)

    def _tell_what_is_left_out(self, data: RecordDict) -> None:
        for field, value in data.items():
            if field not in self._known and value is not None:
                self._notes.count(f'Values of "{field}", not a field of this batch, are only in the JSON export')


def _is_verdict(value: JsonValue) -> bool:
    return isinstance(value, str) and value in _VERDICTS


def _fraction(value: JsonValue) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) < MAX_NUMBER else None  # false for NaN
