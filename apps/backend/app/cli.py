"""The ``indexcards`` command."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from app.commands import check, evaluate, export, read, serve
from app.core.errors import AppError


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="indexcards", description="Turns drawers of scanned index cards into checked records."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for module in (serve, read, export, evaluate, check):
        module.add_to(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code. What a person can mend is said in one sentence."""
    wanted = _parser().parse_args(arguments)
    try:
        code: int = wanted.run(wanted)
    except AppError as error:
        print(f"indexcards: {error.detail}", file=sys.stderr)  # noqa: T201
        return 2
    except OSError as error:
        place = f" ({Path(str(error.filename))})" if error.filename else ""
        print(f"indexcards: {error.strerror or error}{place}", file=sys.stderr)  # noqa: T201
        return 2
    return code


if __name__ == "__main__":
    raise SystemExit(main())
