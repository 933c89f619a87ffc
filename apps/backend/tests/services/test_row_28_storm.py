"""Row 28 for a whole batch: a storm of 429 fails no card, every wait is kept, and the batch shows that it waits."""

from __future__ import annotations

import statistics
import threading
import time
from typing import Any

import pytest
from faults.served import small_scans, upload

from app.engines.vision import gateway
from drawers import OpenVision
from providers import Says

GOOD = Says({"Komponist": "Reger", "Titel": "Lied", "Signatur": "A 1"})
CALLS = 4
CAP = 1.5
"""The longest wait, for these tests."""
ASKED = [(None, 1.0), ("1000000000", CAP), ("-5", 1.0), ("1.2", 1.2)]
"""What a 429 asks for, and the seconds that are to be kept: those that name no time mean twice the first back-off."""


class Storm:
    """Answers 429 for so many seconds from the first call on; calls under way together are asked for the same."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.began = 0.0
        self.refused: dict[int, float] = {}
        """Seconds to be kept, by the number of the call."""
        self.guard = threading.Lock()

    def __call__(self, _body: dict[str, Any], number: int) -> Says:
        with self.guard:
            self.began = self.began or time.monotonic()
            if time.monotonic() - self.began >= self.seconds:
                return GOOD
            asked, self.refused[number] = ASKED[len(self.refused) // CALLS % len(ASKED)]
        return Says("", 429, {} if asked is None else {"Retry-After": asked})


def weather(read_by: OpenVision, cards: int, seconds: float) -> None:
    storm = Storm(seconds)
    drawer, server = read_by(storm)
    batch = drawer.batch(engine="vision", model="m", options={"evidence": "stored"})
    upload(drawer, batch, small_scans(cards), at_once=250)
    drawer.start(batch)
    while not (waiting := drawer.client.get(f"/api/v1/batches/{batch}/cost").json()["waiting"]):
        assert drawer.get(batch)["status"] == "running"
    ended = drawer.run_to_end(batch, start=False, seconds=seconds + 120)

    assert 0 < waiting <= CAP + 0.5
    assert (ended["status"], ended["done"], ended["failed"]) == ("completed", cards, 0)
    assert len(server.bodies) == cards + len(storm.refused)
    assert len(storm.refused) >= 2 * CALLS
    late = []
    for number, kept in storm.refused.items():
        until = server.moments[number] + kept
        later = [moment for moment in server.moments if moment > server.moments[number]]
        assert sum(moment < until for moment in later) < CALLS, "only those that were under way already"
        late.append(min(moment for moment in later if moment >= until) - until)
    assert statistics.median(late) <= 1
    assert server.peak <= CALLS


@pytest.fixture(autouse=True)
def scaled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gateway, "LONGEST_WAIT", CAP)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_row_28_a_storm_of_429_fails_none_of_a_thousand_cards(read_by: OpenVision) -> None:
    weather(read_by, 1000, 4)


@pytest.mark.bar
@pytest.mark.timeout(600)
def test_row_28_a_minute_of_429_fails_none_of_a_thousand_cards(read_by: OpenVision) -> None:
    weather(read_by, 1000, 60)
