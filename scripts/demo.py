"""``make demo``: read the sample drawers with the built-in reader, and show what came out."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from app.cli import main as indexcards
from app.commands.schema import batch_name, schema_of
from app.core.config import Settings
from app.db.session import Database
from app.services import evaluation, records, scored

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "data" / "samples"
OUT = ROOT / "out"
console = Console(width=None if sys.stdout.isatty() else 150)
SHOWN = 5
"""Fields that fit beside each other on a screen."""


def name_of(drawer: Path, settings: Settings) -> str:
    """The batch that ``indexcards read`` makes of a drawer."""
    wanted = argparse.Namespace(fields=None, template=drawer / "fields.json")
    _, fields, options = schema_of(wanted)
    return batch_name(drawer / "images", fields, options, settings.engine)


def read(drawer: Path, settings: Settings) -> tuple[str, float]:
    """Read a drawer into ``out/``; returns the batch's name and the seconds it took."""
    begun = time.monotonic()
    target = OUT / f"{drawer.name}.csv"
    command = ["read", str(drawer / "images"), "--template", str(drawer / "fields.json"), "-o", str(target)]
    if code := indexcards([*command, "--data-dir", str(settings.data_dir)]):
        raise SystemExit(code)
    seconds = time.monotonic() - begun
    name = name_of(drawer, settings)
    command = ["export", name, "--format", "xlsx", "-o", str(target.with_suffix(".xlsx"))]
    if code := indexcards([*command, "--data-dir", str(settings.data_dir)]):
        raise SystemExit(code)
    return name, seconds


def show(drawer: Path, name: str, seconds: float, database: Database) -> None:
    """The records, and how they agree with the truth."""
    with database.reading() as session:
        found = list(records.all_of(session, name))
    truth = evaluation.load_truth(drawer / "truth.json")
    fields = list(next(iter(truth.values())))
    table = Table(title=f"{drawer.name}: {len(found)} cards", title_justify="left", show_lines=False)
    for heading in ["card", *fields[:SHOWN]]:
        table.add_column(heading, overflow="ellipsis", no_wrap=True, max_width=26)
    for record in found:
        data = record["data"]
        assert isinstance(data, dict)
        table.add_row(str(record["filename"]), *(str(data.get(field) or "–") for field in fields[:SHOWN]))
    console.print(table)
    with database.reading() as session:
        batch = records.require_batch(session, name)
        score = scored.of_batch(session, batch, truth, with_verified=True, every_card=True)
    for line in evaluation.report(score, name):
        console.print(line, markup=False, highlight=False)
    inside = [float(r["duration"]) for r in found if isinstance(r["duration"], (int, float))]
    mean = sum(inside) / len(inside) if inside else 0.0
    console.print(f"{mean:.2f} s a card in the reader; {seconds:.1f} s for this command.\n", highlight=False)


def main() -> int:
    settings = Settings()
    OUT.mkdir(exist_ok=True)
    for name in ("music", "dissertations"):
        drawer = SAMPLES / name
        batch, seconds = read(drawer, settings)
        database = Database(settings.url)
        show(drawer, batch, seconds, database)
        database.close()
    console.print("Written: " + ", ".join(str(p.relative_to(ROOT)) for p in sorted(OUT.glob("*.*"))), highlight=False)
    console.print("Open the browser UI: make serve, then http://127.0.0.1:8000", highlight=False)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
