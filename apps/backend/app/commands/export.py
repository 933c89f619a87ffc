"""``indexcards export``: a batch as a file."""

from __future__ import annotations

import argparse
import sys

from app.commands import store
from app.commands.output import require_writable
from app.exports.formats import exporter
from app.services import export


def run(wanted: argparse.Namespace) -> int:
    if wanted.output is not None:
        require_writable(wanted.output)
    to = exporter(wanted.format, faithful=wanted.faithful, separator=wanted.separator)
    with store.opened(wanted.data_dir) as (_, database):
        with database.reading() as session:
            store.batch(session, wanted.batch)
        if wanted.output is not None:
            for note in export.to_file(database, wanted.batch, to, wanted.output).notes:
                print(note, file=sys.stderr)  # noqa: T201
        else:
            for chunk in export.Handover(database, wanted.batch, to).chunks():
                sys.stdout.buffer.write(chunk)
    return 0
