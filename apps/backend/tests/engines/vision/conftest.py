"""Engines that tests have opened give back their connections."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from engines.vision.asking import OPENED


@pytest.fixture(autouse=True)
def close_engines() -> Iterator[None]:
    yield
    while OPENED:
        OPENED.pop().close()
