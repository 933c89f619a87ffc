"""What the tests of imaging share: one decoder, a place for files."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from imaging.samples import Put

from app.imaging.decoder import Decoder

REPOSITORY = Path(__file__).resolve().parents[4]


@pytest.fixture(scope="session")
def decoder() -> Iterator[Decoder]:
    with Decoder() as shared:
        yield shared


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Write a file of a name and content, and return its path."""

    def write(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


@pytest.fixture
def lone(tmp_path: Path) -> Iterator[Decoder]:
    """A decoder of the test's own with one process, which may be hurt."""
    with Decoder(processes=1, timeout=10) as own:
        yield own


@pytest.fixture(scope="session")
def real_cards() -> list[Path]:
    shared = Path(os.environ.get("INDEXCARDS_SHARED", REPOSITORY.parent / "shared"))
    found = sorted(shared.glob("cards/*/images/*.jpg"))
    if not found:
        pytest.fail(f"no real cards under {shared}/cards; set INDEXCARDS_SHARED to the folder that holds them")
    return found
