"""The scans of a folder, and how they come into a batch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from app.commands import screen
from app.core import names
from app.core.errors import Invalid
from app.db import images
from app.imaging.header import sniff
from app.imaging.rejection import ImageRejected
from app.services import records
from app.services.bootstrap import Parts
from app.services.ingest import copy_in
from app.services.intake import Accepted, Judgement, Refused

TOGETHER = 100
"""Files stored in one transaction."""


def of_folder(folder: Path) -> list[Path]:
    """In the order a person would lay them; raises ``Invalid`` when there are none."""
    found = list(_scans(folder))
    if not found:
        raise Invalid(f"{folder} holds no scans. Known: JPEG, PNG, WebP, TIFF, JPEG 2000, HEIC, PDF.", code="no_images")
    return found


@dataclass(frozen=True, slots=True)
class Taken:
    """``twice``: files with the scan of another, in words; ``gone``: files of the batch that the folder lacks."""

    refused: list[Refused] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    def told(self) -> Iterator[str]:
        for item in self.refused:
            yield f"Not taken in: {item.original_name}: {item.reason}"
        yield from self.twice
        if self.gone:
            yield (
                f"No longer in the folder, but still in the table: {len(self.gone)} (as {self.gone[0]}). "
                "What shall go can be removed in the browser, or with another --data-dir."
            )


def take_in(parts: Parts, name: str, scans: Sequence[Path]) -> Taken:
    """Copy what is new into the batch."""
    incoming = parts.ingest.open(name)
    taken = Taken()
    here: dict[str, str] = {}
    waiting = iter(scans)

    def judge(path: Path) -> Judgement:
        if not path.is_file():
            return Refused(path.name, "unreadable", "It is no file that can be read, or a link to nowhere.")
        try:
            copied = copy_in(path, incoming)
        except PermissionError as error:
            return Refused(path.name, "unreadable", f"It cannot be read: {error.strerror}.")
        return parts.ingest.judge(copied, path.name)

    with screen.bar("Taking in", len(scans)) as (bar, task), ThreadPoolExecutor(parts.settings.decoders + 1) as pool:
        while chunk := list(islice(waiting, TOGETHER)):
            judging: list[Future[Judgement]] = [pool.submit(judge, path) for path in chunk]
            judgements = [future.result() for future in judging]
            for one in judgements:
                if not isinstance(one, Accepted):
                    continue
                if one.sha256 in here:
                    taken.twice.append(f"Taken in once: {one.original_name} is the same scan as {here[one.sha256]}.")
                here.setdefault(one.sha256, one.original_name)
            report = parts.ingest.store(name, judgements)
            taken.refused.extend(Refused(r.original_name, r.code, r.reason) for r in report.rejected)
            bar.advance(task, len(chunk))  # type: ignore[arg-type]
    with parts.database.reading() as session:
        sent = images.sources(session, records.require_batch(session, name).id)
    taken.gone.extend(file for digest, file in sent.items() if digest not in here)
    return taken


def _scans(folder: Path) -> Iterator[Path]:
    """Files that look like images by their content, or by their name where they cannot be read."""
    for path in sorted(folder.rglob("*"), key=lambda p: names.natural(str(p.relative_to(folder)))):
        if path.is_dir() or any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue
        if not path.is_file():
            if path.suffix.lower() in _SCAN_SUFFIXES:
                yield path
            continue
        try:
            sniff(path)
        except OSError:
            pass
        except ImageRejected as rejection:
            if rejection.code in ("not_an_image", "unsupported_format") and path.suffix.lower() not in _SCAN_SUFFIXES:
                continue
        yield path


_SCAN_SUFFIXES = frozenset(
    (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".jp2", ".heic", ".heif", ".pdf", ".gif", ".bmp")
)
