"""``indexcards read``: the main job without a server."""

from __future__ import annotations

import argparse
import shutil
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from app.commands.schema import batch_name, schema_of
from app.core import logging, names
from app.core.config import Settings
from app.core.errors import Conflict, Invalid, JsonValue, NotFound
from app.db import batches
from app.db import learning as learning_rows
from app.exports.formats import exporter
from app.imaging.header import sniff
from app.imaging.rejection import ImageRejected
from app.models.enums import BatchStatus
from app.services import batch_manager, bootstrap, evaluation, examples, export, records, run_lock, trash
from app.services.bootstrap import Parts
from app.services.evaluation import Records
from app.services.folders import BatchFolder
from app.services.ingest import copy_in
from app.services.intake import Judgement, Refused
from app.services.workplace import Progress as RunProgress

TOGETHER = 100
"""Files stored in one transaction."""
REFIELD_SECONDS = 3600.0
console = Console(stderr=True)


def run(wanted: argparse.Namespace) -> int:
    folder: Path = wanted.folder
    if not folder.is_dir():
        raise NotFound(f"There is no folder {folder}.")
    suffix = wanted.output.suffix.lower().removeprefix(".") if wanted.output else "csv"
    to = exporter(suffix)
    if wanted.output is not None and not wanted.output.parent.is_dir():
        raise NotFound(f"There is no folder {wanted.output.parent} to write {wanted.output.name} to.")
    title, fields, options = schema_of(wanted)
    given = evaluation.load_truth(wanted.examples) if wanted.examples is not None else None
    settings = Settings() if wanted.data_dir is None else Settings(data_dir=wanted.data_dir)
    logging.configure("ERROR")
    parts = bootstrap.build(settings)
    bootstrap.begin(parts)
    try:
        name = _batch(parts, folder, title or folder.name, fields, options, wanted.engine or settings.engine)
        refused = _take_in(parts, name, folder)
        if _is_empty(parts, name):
            return _nothing(parts, name, refused)
        status = _read(parts, name, resume=not wanted.anew)
        if given is not None and status is BatchStatus.COMPLETED:
            _learn(parts, name, given)
        _hand_over(parts, name, wanted.output, to.format)
        return _report(parts, name, status, refused)
    finally:
        bootstrap.end(parts, 12.0)


def _batch(
    parts: Parts, folder: Path, title: str, fields: list[JsonValue], options: dict[str, JsonValue], engine: str
) -> str:
    """The batch of this folder and schema: made now, or found again so that reading goes on."""
    parts.readers.require(engine, None)
    name = batch_name(folder, fields, options, engine)
    with parts.database.session() as session:
        batch = batches.get(session, name)
        if batch is None:
            batch = batches.add(
                session, name=name, title=title, fields=fields, engine=engine, model=None, options=options
            )
            root = BatchFolder(parts.settings.batches_dir / name)
            root.create()
            batch_manager.write_config(batch, root)
    if run_lock.is_held(parts.settings.data_dir, name):
        raise Conflict("Another process is reading this folder at the moment.")
    return name


def _scans(folder: Path) -> Iterator[Path]:
    """Files that look like images by their content, in the order a person would lay them."""
    for path in sorted(folder.rglob("*"), key=lambda p: names.natural(str(p.relative_to(folder)))):
        if not path.is_file() or any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue
        try:
            sniff(path)
        except ImageRejected as rejection:
            if rejection.code in ("not_an_image", "unsupported_format") and path.suffix.lower() not in _SCAN_SUFFIXES:
                continue
        yield path


_SCAN_SUFFIXES = frozenset(
    (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".jp2", ".heic", ".heif", ".pdf", ".gif", ".bmp")
)


@contextmanager
def _bar(text: str, total: int) -> Iterator[tuple[Progress, object]]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as bar:
        yield bar, bar.add_task(text, total=total)


def _take_in(parts: Parts, name: str, folder: Path) -> list[Refused]:
    """Copy what is new into the batch; returns what could not be taken."""
    scans = list(_scans(folder))
    if not scans:
        raise Invalid(f"{folder} holds no scans. Known: JPEG, PNG, WebP, TIFF, JPEG 2000, HEIC, PDF.", code="no_images")
    incoming = parts.ingest.open(name)
    refused: list[Refused] = []
    waiting = iter(scans)

    def judge(path: Path) -> Judgement:
        return parts.ingest.judge(copy_in(path, incoming), path.name)

    with _bar("Taking in", len(scans)) as (bar, task), ThreadPoolExecutor(parts.settings.decoders + 1) as pool:
        while chunk := list(islice(waiting, TOGETHER)):
            judging: list[Future[Judgement]] = [pool.submit(judge, path) for path in chunk]
            report = parts.ingest.store(name, [future.result() for future in judging])
            refused += [Refused(r.original_name, r.code, r.reason) for r in report.rejected]
            bar.advance(task, len(chunk))  # type: ignore[arg-type]
    return refused


def _is_empty(parts: Parts, name: str) -> bool:
    with parts.database.reading() as session:
        return records.require_batch(session, name).total == 0


def _nothing(parts: Parts, name: str, refused: Sequence[Refused]) -> int:
    """No file could be taken in: that is told, and no empty batch stays behind."""
    with parts.database.session() as session:
        folder = trash.delete(session, name, parts.settings.batches_dir)
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)
    console.print("No file of the folder could be taken in, so there is nothing to read.", highlight=False)
    _tell_refused(refused)
    return 2


def _tell_refused(refused: Sequence[Refused]) -> None:
    for item in refused:
        console.print(f"Not taken in: {item.original_name}: {item.reason}", highlight=False, markup=False)


def _read(parts: Parts, name: str, *, resume: bool) -> BatchStatus:
    """Read what is left; Ctrl-C stops after the cards in flight."""
    cancel = threading.Event()
    with parts.database.reading() as session:
        batch = batches.get(session, name)
        assert batch is not None
        left = batch.total - batch.done if resume else batch.total
    if not left:
        return BatchStatus.COMPLETED
    with _bar("Reading", left) as (bar, task):

        def tell(progress: RunProgress) -> None:
            bar.advance(task, len(progress.stored))  # type: ignore[arg-type]

        def stop(_number: int, _frame: object) -> None:
            console.print("Stopping after the cards in flight; run the same command to go on.")
            cancel.set()

        parts.engine.listener = tell
        before = signal.signal(signal.SIGINT, stop)
        try:
            if resume:
                _failed_again(parts, name)
            with run_lock.held(parts.settings.data_dir, name):
                return parts.engine.process_batch(name, resume=resume, cancel_event=cancel)
        finally:
            signal.signal(signal.SIGINT, before)


def _learn(parts: Parts, name: str, given: Records) -> None:
    """The examples stand as verified values; the other cards are fielded again with what they teach."""
    taken = examples.take_in(parts.database, name, given)
    for unknown in taken.unknown[:3]:
        console.print(f"The examples name {unknown}, which is not in the folder.", highlight=False, markup=False)
    with console.status(f"Learning from {taken.known} cards"):
        model = parts.learning.train(name)
    with console.status("Fielding the other cards again"):
        change = parts.refielder.begin(name)
        parts.refielder.join(change.id, REFIELD_SECONDS)
    with parts.database.reading() as session:
        done = learning_rows.refieldings(session, records.require_batch(session, name).id)[0]
        found = model.summary
    console.print(
        f"Learned from {model.cards} cards in {model.seconds:.1f} s (F1 on cards left out in turn "
        f"{_figure(found['f1_macro'])}, rules alone {_figure(found['rules_macro'])}). "
        f"{done.changed} values changed, {done.filled} newly filled, {done.emptied} emptied.",
        highlight=False,
    )


def _figure(value: JsonValue) -> str:
    return f"{value:.3f}" if isinstance(value, float) else "-"


def _failed_again(parts: Parts, name: str) -> None:
    """Failed cards get another attempt when the command is run again."""
    with parts.database.session() as session:
        batch_manager.reset_failed(session, name, parts.settings.batches_dir)


def _hand_over(parts: Parts, name: str, output: Path | None, format_name: str) -> None:
    to = exporter(format_name)
    if output is not None:
        report = export.to_file(parts.database, name, to, output)
        for note in report.notes:
            console.print(f"[yellow]{note}[/yellow]", markup=True)
        console.print(f"Written: {output}", highlight=False, markup=False)
        return
    for chunk in export.Handover(parts.database, name, to).chunks():
        sys.stdout.buffer.write(chunk)
    sys.stdout.flush()


def _report(parts: Parts, name: str, status: BatchStatus, refused: Sequence[Refused]) -> int:
    with parts.database.reading() as session:
        batch = batches.get(session, name)
        assert batch is not None
        told = f"{batch.done} of {batch.total} cards read, {batch.failed} failed. Batch: {name}"
        if batch.reason:
            told += f"\n{batch.reason}"
    console.print(told, highlight=False)
    _tell_refused(refused)
    if status is BatchStatus.CANCELLED:
        return 130
    return 0 if status is BatchStatus.COMPLETED else 3
