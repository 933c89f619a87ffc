"""``indexcards export``: a batch as a file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from app.commands import store
from app.commands.types import Commands
from app.exports.formats import FORMATS, exporter
from app.services import export


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("export", help="write a batch as a file")
    parser.add_argument("batch", help="the batch's name")
    parser.add_argument("--format", choices=FORMATS, required=True)
    parser.add_argument("-o", "--output", type=Path, help="file to write (default: standard output)")
    parser.add_argument("--faithful", action="store_true", help="CSV: values verbatim, not made safe for Excel")
    parser.add_argument("--separator", choices=("comma", "semicolon", "tab"), default="comma")
    parser.add_argument("--data-dir", type=Path)
    parser.set_defaults(run=run)


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
