"""What the commands take. Nothing heavy is imported here: ``--help`` and a wrong word are answered at once."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.exports.csv_file import SEPARATORS
from app.exports.formats import FORMATS

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def parser() -> argparse.ArgumentParser:
    """``command`` names the module of ``app.commands`` that runs it."""
    made = argparse.ArgumentParser(
        prog="indexcards", description="Turns drawers of scanned index cards into checked records."
    )
    commands = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in (_serve, _read, _export, _evaluate, _check):
        add(commands)
    return made


def _serve(commands: Commands) -> None:
    it = commands.add_parser("serve", help="API, WebSocket and UI in one process")
    it.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    it.add_argument("--port", type=_port, default=8000, help="port to listen on (default: 8000)")
    it.add_argument("--data-dir", type=Path, help="where batches and the database lie (default: data)")


def _port(given: str) -> int:
    if not (given.isdecimal() and int(given) <= 65535):
        raise argparse.ArgumentTypeError(f"{given} is no port: give a number from 0 to 65535")
    return int(given)


def _read(commands: Commands) -> None:
    it = commands.add_parser(
        "read", help="a folder of scans in, a table out", description="Run it again to go on where it stopped."
    )
    it.add_argument("folder", type=Path, help="folder with the scans")
    wanted = it.add_mutually_exclusive_group()
    wanted.add_argument("--fields", help="names of the fields, separated by commas, or a JSON file of fields")
    wanted.add_argument(
        "--template",
        type=Path,
        help="JSON file with fields and options (default: fields.json in the folder or beside it)",
    )
    it.add_argument(
        "--examples",
        type=Path,
        help='verified cards among the folder\'s, to learn from: {"card.jpg": {"field": "value"}}, or a CSV',
    )
    it.add_argument("--engine", default=None, help="reader (default: local)")
    it.add_argument("-o", "--output", type=Path, help="out.csv, out.xlsx or out.json (default: CSV to the screen)")
    it.add_argument("--data-dir", type=Path, help="where work is kept (default: data)")
    it.add_argument("--anew", action="store_true", help="read every card again, not only those that are left")


def _export(commands: Commands) -> None:
    it = commands.add_parser("export", help="write a batch as a file")
    it.add_argument("batch", help="the batch's name")
    it.add_argument("--format", choices=FORMATS, required=True)
    it.add_argument("-o", "--output", type=Path, help="file to write (default: standard output)")
    it.add_argument("--faithful", action="store_true", help="CSV: values verbatim, not made safe for Excel")
    it.add_argument("--separator", choices=tuple(SEPARATORS), default="comma")
    it.add_argument("--data-dir", type=Path)


def _evaluate(commands: Commands) -> None:
    it = commands.add_parser("evaluate", help="score a batch or an exported CSV against ground truth")
    it.add_argument("batch_or_csv", help="a batch's name, or a CSV file that was exported")
    it.add_argument("--truth", type=Path, help='{"card.jpg": {"field": "value" or null}}, or a CSV')
    it.add_argument("--verified", action="store_true", help="instead: what was read against what people verified")
    it.add_argument("--with-verified", action="store_true", help="score cards that people have judged too")
    it.add_argument(
        "--all", action="store_true", dest="every_card", help="count cards that only the truth has as missed"
    )
    it.add_argument("--against", help="another batch or CSV: is the difference more than noise?")
    it.add_argument("--keep", metavar="TITLE", help="keep the score with the batch")
    it.add_argument("--repeat", type=int, metavar="NUMBER", help="make a kept score again from its manifest")
    it.add_argument("-o", "--output", type=Path, help="write the score as JSON too")
    it.add_argument("--data-dir", type=Path)


def _check(commands: Commands) -> None:
    it = commands.add_parser("check", help="verify that files and database agree; exit 1 if not")
    it.add_argument("--data-dir", type=Path)
