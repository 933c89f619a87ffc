"""``indexcards check``: whether files and database agree."""

from __future__ import annotations

import argparse

from app.commands import store
from app.imaging.decoder import Decoder
from app.services import integrity


def run(wanted: argparse.Namespace) -> int:
    with store.opened(wanted.data_dir) as (settings, database), Decoder() as decoder:
        checked = integrity.check(database, settings.data_dir, settings.batches_dir, decoder)
    for finding in checked.findings:
        print(f"{finding.code}: {finding.batch or 'database'}: {finding.detail}")  # noqa: T201
    told = f"{checked.batches} batches, {checked.images} images, {len(checked.findings)} findings"
    print(f"{told}, {checked.repaired} thumbnails made again" if checked.repaired else told)  # noqa: T201
    return 1 if checked.findings else 0
