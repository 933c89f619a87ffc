"""``indexcards evaluate``: a batch or a CSV against the truth."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.commands import store
from app.commands.types import Commands
from app.engines import scoring
from app.services import evaluation


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("evaluate", help="score a batch or an exported CSV against ground truth")
    parser.add_argument("batch_or_csv", help="a batch's name, or a CSV file that was exported")
    parser.add_argument("--truth", type=Path, required=True, help='{"card.jpg": {"field": "value" or null}}')
    parser.add_argument("--data-dir", type=Path)
    parser.set_defaults(run=run)


def run(wanted: argparse.Namespace) -> int:
    truth = evaluation.load_truth(wanted.truth)
    fields = tuple(dict.fromkeys(field for values in truth.values() for field in values))
    path = Path(wanted.batch_or_csv)
    if path.suffix.lower() == ".csv":
        records = evaluation.of_csv(path, fields)
    else:
        with store.opened(wanted.data_dir) as (_, database):
            records = evaluation.of_batch(database, wanted.batch_or_csv)
    for line in evaluation.report(scoring.compare(truth, records)):
        print(line)  # noqa: T201
    return 0
