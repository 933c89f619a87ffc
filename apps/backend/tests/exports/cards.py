"""Records as the service hands them out, good and bad."""

from __future__ import annotations

import io
from collections.abc import Iterable

from app.core.errors import JsonValue
from app.exports.base import Exporter, RecordDict, Sheet

FIELDS = ("Komponist", "Signatur", "Verlag")


def sheet(*fields: str) -> Sheet:
    return Sheet("lippmann-042-7f3a", "Lippmann, Kasten 42", fields or FIELDS)


def record(filename: str = "000123.jpg", **changes: JsonValue) -> dict[str, JsonValue]:
    """The example of the contract."""
    good: dict[str, JsonValue] = {
        "filename": filename,
        "images": [filename, "000123_back.jpg"],
        "batch": "lippmann-042-7f3a",
        "success": True,
        "data": {"Komponist": "Zimmermann, Rolf", "Signatur": "Spez.12.433", "Verlag": None},
        "extracted": {"Komponist": "Zimmermann, Rolt", "Signatur": "Spez.12.433", "Verlag": None},
        "confidence": {"Komponist": 0.71, "Signatur": 0.99, "Verlag": 0.93},
        "evidence": {"Komponist": [{"image": 0, "box": [0.05, 0.11, 0.31, 0.05]}]},
        "review": {"Komponist": "corrected", "Signatur": "accepted"},
        "text": "Zimmermann, Rolt\nSonate für Violine …",
        "error": None,
        "engine": "local",
        "model": "pp-ocrv6-small",
        "attempts": 1,
        "duration": 0.74,
        "processed_at": "2026-11-22T08:00:00Z",
        "version": 3,
    }
    return good | changes


def failed(filename: str = "torn.jpg", error: JsonValue = "The image is cut off.") -> dict[str, JsonValue]:
    return record(filename, success=False, data={}, extracted={}, confidence={}, review={}, error=error)


def terrible() -> list[dict[str, JsonValue]]:
    """One card for each way in which a card was ever bad."""
    nan = float("nan")
    deep: JsonValue = None
    for _ in range(100_000):
        deep = [deep]
    return [
        record("surrogate.jpg", data={"Komponist": "half \ud800 of a pair", "Signatur": "\udc00"}),
        record("nan.jpg", confidence={"Komponist": nan, "Verlag": float("inf")}),
        record("control.jpg", data={"Komponist": "\x00\x01 bell\x07", "Signatur": "\ufffe\uffff\x1b"}),
        record("long.jpg", data={"Komponist": "ä" * 40_000, "Signatur": "𝄞" * 20_000}),
        record("formula.jpg", data={"Komponist": "=1+1", "Signatur": "@SUM(A1)"}),
        record("markup.jpg", data={"Komponist": "<r><t>&</r>", "Signatur": "_x0041_x0042_"}),
        record("types.jpg", data={"Komponist": 5, "Signatur": {"a": [True]}, "Verlag": 10**5000}),
        record("deep.jpg", data={"Komponist": deep}),
        record("none.jpg", images=None, data=None, confidence=None, review=None, error=None),
        record("=2+3.jpg", data=[1], confidence="high", review=["accepted"], images="x", success="yes"),
        {},
    ]


def exported(to: Exporter, records: Iterable[RecordDict], of: Sheet | None = None) -> bytes:
    out = io.BytesIO()
    to.write(records, of or sheet(), out)
    return out.getvalue()
