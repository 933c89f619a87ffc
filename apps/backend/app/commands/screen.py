"""What a command shows beside its output, on standard error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

console = Console(stderr=True)


def say(*lines: str) -> None:
    """Each as it is, on a line of its own: whoever reads a log wants no lines broken at 80 characters."""
    for line in lines:
        console.print(line, highlight=False, markup=False, soft_wrap=True)


@contextmanager
def bar(text: str, total: int) -> Iterator[tuple[Progress, object]]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as bar:
        yield bar, bar.add_task(text, total=total)
