"""``indexcards export``: a batch as a file."""

from __future__ import annotations

import argparse
import sys

from app.commands import store
from app.exports.formats import exporter
from app.services import export


def run(wanted: argparse.Namespace) -> int:
    to = exporter(wanted.format, faithful=wanted.faithful, separator=wanted.separator)
    with store.opened(wanted.data_dir) as (_, database):
        if wanted.output is not None:
            for note in export.to_file(database, wanted.batch, to, wanted.output).notes:
                print(note, file=sys.stderr)  # noqa: T201
        else:
            for chunk in export.Handover(database, wanted.batch, to).chunks():
                sys.stdout.buffer.write(chunk)
    return 0
