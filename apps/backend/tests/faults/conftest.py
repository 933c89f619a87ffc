"""What the tests with a real server share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from faults.served import Served

from app.imaging.decoder import Decoder

Serve = Callable[..., Served]
Record = Callable[[str, float], None]


FIGURES = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[FIGURES] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for line in config.stash.get(FIGURES, []):
        terminalreporter.write_line(line)


@pytest.fixture
def record(request: pytest.FixtureRequest) -> Record:
    """Keep a figure; all are told at the end of the session."""

    def keep(what: str, figure: float) -> None:
        request.config.stash[FIGURES].append(f"{request.node.name}: {what} {figure:.3g}")

    return keep


@pytest.fixture(scope="session")
def decoder() -> Iterator[Decoder]:
    with Decoder(processes=1) as shared:
        yield shared


@pytest.fixture
def serve(tmp_path: Path, database_url: str) -> Iterator[Serve]:
    """Make a server on the test's database; keywords are those of ``Served``. None outlives the test."""
    with ExitStack() as stack:

        def make(**changes: object) -> Served:
            return stack.enter_context(closing(Served(tmp_path, database_url, **changes)))  # type: ignore[arg-type]

        yield make


@pytest.fixture
def serve_sqlite(tmp_path: Path) -> Iterator[Serve]:
    """The same for what has nothing to do with the database."""
    with ExitStack() as stack:

        def make(**changes: object) -> Served:
            return stack.enter_context(closing(Served(tmp_path, **changes)))  # type: ignore[arg-type]

        yield make
