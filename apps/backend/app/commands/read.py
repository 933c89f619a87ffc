"""``indexcards read``: the main job without a server."""

from __future__ import annotations

import argparse
import shutil
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from app.commands import scans, screen
from app.commands.output import require_writable
from app.commands.scans import Taken
from app.commands.schema import batch_name, schema_of
from app.core import config, logging
from app.core.errors import AppError, Conflict, Invalid, JsonValue, NotFound
from app.db import batches
from app.db import learning as learning_rows
from app.engines.local.learned import training
from app.exports.formats import FORMATS, exporter
from app.models.enums import BatchStatus
from app.services import batch_manager, bootstrap, evaluation, examples, export, records, run_lock, schemata, trash
from app.services.bootstrap import Parts
from app.services.evaluation import Records
from app.services.folders import BatchFolder
from app.services.workplace import Progress as RunProgress

REFIELD_SECONDS = 3600.0
INCOMPLETE = 3
"""Exit code when cards are left to read, or nothing was learned from the examples."""


def run(wanted: argparse.Namespace) -> int:
    folder: Path = wanted.folder
    if not folder.is_dir():
        file = f"{folder} is a file; name the folder that it lies in." if folder.is_file() else ""
        raise NotFound(file or f"There is no folder {folder}.")
    to = exporter(_format(wanted.output))
    title, fields, options = schema_of(wanted)
    given = _examples(wanted.examples, fields) if wanted.examples is not None else None
    settings = config.load(wanted.data_dir)
    logging.configure("ERROR")
    parts = bootstrap.build(settings)
    bootstrap.begin(parts)
    try:
        found = scans.of_folder(folder)
        name = _batch(parts, folder, title or folder.name, fields, options, wanted.engine or settings.engine)
        taken = scans.take_in(parts, name, found)
        if _is_empty(parts, name):
            return _nothing(parts, name, taken)
        status = _read(parts, name, resume=not wanted.anew)
        learned = given is None or (status is BatchStatus.COMPLETED and _learn(parts, name, given))
        _hand_over(parts, name, wanted.output, to.format)
        return _report(parts, name, status, taken) or (0 if learned else INCOMPLETE)
    finally:
        bootstrap.end(parts, 12.0)


def _format(output: Path | None) -> str:
    """By the suffix of the file to write, which must be possible to write."""
    if output is None:
        return "csv"
    require_writable(output)
    suffix = output.suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        told = f"{output.name} does not say which" if not suffix else f"There is no format {suffix!r}"
        raise Invalid(f"{told}: name the file to write {', '.join(f'*.{known}' for known in FORMATS)}.")
    return suffix


def _examples(path: Path, fields: Sequence[JsonValue]) -> Records:
    """Raises ``Invalid`` for what would be found to be of no use only after all cards were read."""
    given = evaluation.load(path)
    known = schemata.names(fields)
    if not any(field in known for values in given.values() for field in values):
        raise Invalid(f"{path} has none of the fields {', '.join(known)}, so nothing can be learned from it.")
    if len(given) < training.LEAST_EXAMPLES:
        raise Invalid(f"{path} has too few cards: {len(given)}; learning begins with {training.LEAST_EXAMPLES}.")
    return given


def _batch(
    parts: Parts, folder: Path, title: str, fields: list[JsonValue], options: dict[str, JsonValue], engine: str
) -> str:
    """The batch of this folder and schema: made now, or found again so that reading goes on."""
    parts.readers.require(engine, None)
    if needs := parts.readers.offers[engine].needs:
        raise Invalid(needs, code="engine_not_ready")
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


def _is_empty(parts: Parts, name: str) -> bool:
    with parts.database.reading() as session:
        return records.require_batch(session, name).total == 0


def _nothing(parts: Parts, name: str, taken: Taken) -> int:
    """No file could be taken in: that is told, and no empty batch stays behind."""
    with parts.database.session() as session:
        folder = trash.delete(session, name, parts.settings.batches_dir)
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)
    screen.say("No file of the folder could be taken in, so there is nothing to read.")
    screen.say(*taken.told())
    return 2


def _read(parts: Parts, name: str, *, resume: bool) -> BatchStatus:
    """Read what is left; Ctrl-C stops after the cards in flight."""
    cancel = threading.Event()
    with parts.database.reading() as session:
        batch = batches.get(session, name)
        assert batch is not None
        left = batch.total - batch.done if resume else batch.total
    if not left:
        return BatchStatus.COMPLETED
    with screen.bar("Reading", left) as (bar, task):

        def tell(progress: RunProgress) -> None:
            bar.advance(task, len(progress.stored))  # type: ignore[arg-type]

        def stop(_number: int, _frame: object) -> None:
            screen.say("Stopping after the cards in flight; run the same command to go on.")
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


def _learn(parts: Parts, name: str, given: Records) -> bool:
    """The examples stand as verified values; the other cards are fielded again with what they teach.

    Whether they taught anything: what was read is handed over in any case.
    """
    taken = examples.take_in(parts.database, name, given)
    for unknown in taken.unknown[:3]:
        screen.say(f"The examples name {unknown}, which is not in the folder.")
    try:
        with screen.console.status(f"Learning from {taken.known} cards"):
            model = parts.learning.train(name)
    except AppError as error:
        screen.say(f"Nothing was learned. {error.detail}")
        return False
    with screen.console.status("Fielding the other cards again"):
        change = parts.refielder.begin(name)
        parts.refielder.join(change.id, REFIELD_SECONDS)
    with parts.database.reading() as session:
        done = learning_rows.refieldings(session, records.require_batch(session, name).id)[0]
        found = model.summary
    screen.say(
        f"Learned from {model.cards} cards in {model.seconds:.1f} s (F1 on cards left out in turn "
        f"{_figure(found['f1_macro'])}, rules alone {_figure(found['rules_macro'])}). "
        f"{done.changed} values changed, {done.filled} newly filled, {done.emptied} emptied.",
    )
    return True


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
            screen.say(note)
        screen.say(f"Written: {output}")
        return
    for chunk in export.Handover(parts.database, name, to).chunks():
        sys.stdout.buffer.write(chunk)
    sys.stdout.flush()


def _report(parts: Parts, name: str, status: BatchStatus, taken: Taken) -> int:
    with parts.database.reading() as session:
        batch = batches.get(session, name)
        assert batch is not None
        told = f"{batch.done} of {batch.total} cards read, {batch.failed} failed. Batch: {name}"
        if batch.reason:
            told += f"\n{batch.reason}"
    screen.say(told)
    screen.say(*taken.told())
    if status is BatchStatus.CANCELLED:
        return 130
    return 0 if status is BatchStatus.COMPLETED else INCOMPLETE
