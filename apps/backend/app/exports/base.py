"""What every exporter keeps, and how it tells people what it had to change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, Protocol, runtime_checkable

from app.core.errors import JsonValue

RecordDict = Mapping[str, JsonValue]
"""The object of contract section 3; unknown extra keys are allowed."""

MAX_NOTES = 1000
MAX_SENTENCE = 1000


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is exported: ``fields`` in schema order; ``total`` records, so that a limit can speak at once."""

    batch: str
    title: str
    fields: tuple[str, ...]
    total: int | None = None


@dataclass(frozen=True, slots=True)
class ExportReport:
    """``notes``: one sentence for each thing that is not in the file as it stands in the record."""

    records: int
    failed: int
    notes: tuple[str, ...]


class Notes:
    """Collects the report while records stream by; bounded, whatever comes."""

    def __init__(self) -> None:
        self.records = 0
        self.failed = 0
        self._sentences: list[str] = []
        self._further = 0
        self._counts: Counter[str] = Counter()

    def say(self, sentence: str) -> None:
        """Keep a sentence about one cell or card."""
        if len(self._sentences) < MAX_NOTES:
            self._sentences.append(sentence[:MAX_SENTENCE])
        else:
            self._further += 1

    def count(self, sentence: str) -> None:
        """Keep a sentence once and how often it was said."""
        sentence = sentence[:MAX_SENTENCE]
        if sentence in self._counts or len(self._counts) < MAX_NOTES:
            self._counts[sentence] += 1
        else:
            self._further += 1

    def report(self) -> ExportReport:
        """What happened so far; complete once the records are used up."""
        notes = [f"{sentence} ({times}×)" for sentence, times in self._counts.items()]
        notes += self._sentences
        if self._further:
            notes.append(f"{self._further} further notes are not listed.")
        return ExportReport(self.records, self.failed, tuple(notes))


class Exporter(Protocol):
    """Writes records in one format. Keeps no state between calls, so one instance serves many threads."""

    format: str
    media_type: str
    suffix: str

    def write(self, records: Iterable[RecordDict], sheet: Sheet, out: BinaryIO) -> ExportReport:
        """Write all of ``records``, read once and in order.

        A record that does not fit becomes a row that says so. ``OSError`` from ``out``, ``Invalid`` for
        more than the format holds and whatever ``records`` raises pass through; ``out`` is then worthless.
        """
        ...


@runtime_checkable
class Streaming(Exporter, Protocol):
    """An exporter whose file can be sent while it grows."""

    def chunks(self, records: Iterable[RecordDict], sheet: Sheet, notes: Notes | None = None) -> Iterator[bytes]:
        """The file in pieces of about 64 KiB; the first one before any record is asked for."""
        ...
