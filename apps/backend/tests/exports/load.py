"""Export 10,000 cards of 20 fields in a process of its own; print processor seconds, first byte and memory as JSON.

Run as ``python load.py FORMAT``. Records are made one by one, so what grows is the exporter.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from app.exports.base import RecordDict, Sheet, Streaming
from app.exports.formats import exporter, write_file

FIELDS = tuple(f"Feld {number}" for number in range(20))


def drawer(cards: int) -> Iterator[RecordDict]:
    for number in range(cards):
        data = {field: f"Zimmermann, Rolf: Sonate für Violine Nr. {number}-{field}" for field in FIELDS}
        yield {
            "filename": f"{number:06}.jpg",
            "images": [f"{number:06}.jpg", f"{number:06}_back.jpg"],
            "batch": "lippmann-042-7f3a",
            "success": True,
            "data": {**data, "Feld 3": None, "Feld 4": "- zwei\nZeilen", "Feld 5": ""},
            "extracted": data,
            "confidence": dict.fromkeys(FIELDS, 0.71),
            "evidence": {field: [{"image": 0, "box": [0.05, 0.11, 0.31, 0.05]}] for field in FIELDS},
            "review": {"Feld 1": "corrected"},
            "text": "\n".join(data.values()),
            "error": None,
            "engine": "local",
            "model": "pp-ocrv6-small",
            "attempts": 1,
            "duration": 0.74,
            "processed_at": "2026-11-22T08:00:00Z",
            "version": 1,
        }


def peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(name: str, cards: int = 10_000) -> None:
    to = exporter(name)
    sheet = Sheet("lippmann-042-7f3a", "Lippmann 42", FIELDS)
    made = time.process_time()
    for _ in drawer(cards):
        pass
    made = time.process_time() - made
    with tempfile.TemporaryDirectory() as folder:
        write_file(Path(folder) / "warm", to, drawer(10), sheet)
        before = peak_megabytes()
        start = time.process_time()
        report = write_file(Path(folder) / "out", to, drawer(cards), sheet)
        seconds = time.process_time() - start - made
        size = (Path(folder) / "out").stat().st_size
    first_byte = None
    if isinstance(to, Streaming):
        start = time.process_time()
        next(to.chunks(drawer(cards), sheet))
        first_byte = time.process_time() - start
    figures = {"records": report.records, "seconds": seconds, "first_byte": first_byte, "bytes": size}
    sys.stdout.write(json.dumps({**figures, "megabytes": peak_megabytes() - before}))


if __name__ == "__main__":
    main(sys.argv[1])
