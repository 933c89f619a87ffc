"""The ``indexcards`` command."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import FrameType

from app.commands.arguments import parser
from app.core.errors import AppError, Unavailable

STOPPED = 130
"""Exit code after Ctrl-C."""
UNHEARD = 141
"""Exit code when whoever reads the output has gone, as `head` does."""


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    """What runs it. Loading it takes seconds, and Ctrl-C may come meanwhile."""
    with _listening():
        run: Callable[[argparse.Namespace], int] = import_module(f"app.commands.{name}").run
    return run


def _run(wanted: argparse.Namespace) -> int:
    run = _command(wanted.command)
    from sqlalchemy.exc import SQLAlchemyError  # every command has loaded it; `--help` has not

    try:
        return run(wanted)
    except SQLAlchemyError as error:
        why = str(getattr(error, "orig", None) or error).strip().partition("\n")[0]
        raise Unavailable(
            f"The database cannot be used: {why}. Where it lies say --data-dir and INDEXCARDS_DATABASE_URL."
        ) from error


@contextmanager
def _listening() -> Iterator[None]:
    """Ctrl-C is heard even where Python ignores what a handler raises, as it does in callbacks of imports."""
    heard: list[int] = []

    def stop(number: int, _frame: FrameType | None) -> None:
        heard.append(number)
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if heard:
        raise KeyboardInterrupt


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code. What a person can mend is said in one sentence."""
    try:
        wanted = parser().parse_args(arguments)
        code = _run(wanted)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("indexcards: stopped. What was finished is kept; the same command goes on.", file=sys.stderr)  # noqa: T201
        return STOPPED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing is left to be said at the end
        return UNHEARD
    except AppError as error:
        print(f"indexcards: {error.detail}", file=sys.stderr)  # noqa: T201
        return 2
    except OSError as error:
        place = f"{Path(str(error.filename))}: " if error.filename else ""
        print(f"indexcards: {place}{error.strerror or error}", file=sys.stderr)  # noqa: T201
        return 2
    return code


if __name__ == "__main__":
    raise SystemExit(main())
