"""Row 28: one door per provider; waits are kept, capped and spread, and nobody calls meanwhile."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from engines.vision.asking import GOOD, OPENED, card, engine_at, first, read, values

from app.engines.vision.engine import VisionEngine
from app.engines.vision.faults import Limited, Transient
from app.engines.vision.gateway import LONGEST_WAIT, Gateway, Limits
from providers import Says, serving


def held(asked: float | None) -> float:
    """Seconds for which a door is shut after a 429 that asks so."""
    gateway = Gateway(Limits(backoff=0.5))
    gateway._failed(Limited("wait", retry_after=asked))
    return gateway.waiting()


@pytest.mark.parametrize(
    ("asked", "least", "most"),
    [
        (3.0, 2.9, 3.5),
        (60.0, 59.9, 60.6),
        (1e9, LONGEST_WAIT - 0.1, LONGEST_WAIT + 0.6),
        (-5.0, 0.9, 1.3),
        (None, 0.9, 1.3),
    ],
)  # fmt: skip
def test_row_28_a_wait_is_kept_to_the_second_and_capped(asked: float | None, least: float, most: float) -> None:
    assert least <= held(asked) <= most


@pytest.mark.parametrize(("asked", "least", "most"), [(3.0, 3, 3), (1e9, LONGEST_WAIT, LONGEST_WAIT), (-5.0, 0, 0.5)])
def test_row_28_a_server_in_trouble_is_waited_for_as_long_as_it_asks_and_no_longer_than_a_429(
    asked: float, least: float, most: float
) -> None:
    assert least <= Gateway(Limits(backoff=0.5))._backoff(1, asked) <= most


def test_row_28_waits_are_spread() -> None:
    assert len({round(held(10.0), 3) for _ in range(8)}) > 1


@pytest.mark.parametrize("header", ["soon", "Wed, 99 Foo", "", "nan", "inf", None])
def test_row_28_a_429_that_names_no_time_is_asked_again_a_moment_later(header: str | None, tmp_path: Path) -> None:
    headers = {} if header is None else {"Retry-After": header}
    reading, server = read(first(Says("", 429, headers)), tmp_path)

    assert values(reading)["title"] == "Bäume"
    assert len(server.bodies) == 2
    assert 0.03 <= server.moments[1] - server.moments[0] < 5, "the door's own wait: twice its first back-off"


def test_row_28_all_readers_of_a_provider_go_through_one_door(tmp_path: Path) -> None:
    with serving(lambda _b, _n: Says(GOOD.content, seconds=0.03)) as server:
        one = engine_at(server, calls=3)
        other = VisionEngine("vision:second", "m", one.tools)
        scan, failures = card(tmp_path), []

        def work(engine: VisionEngine) -> None:
            try:
                engine.read(scan, threading.Event())
            except Exception as error:
                failures.append(error)

        threads = [threading.Thread(target=work, args=(engine,)) for engine in (one, other) * 8]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)

    assert not failures
    assert len(server.bodies) == 16
    assert server.peak <= 3
    assert one.tools.gateway.peak == 3
    assert OPENED


def test_a_place_that_is_free_wakes_somebody_though_others_back_off(tmp_path: Path) -> None:
    """Those that back off wait elsewhere: they take no word of a free place away."""
    with serving(lambda _b, n: Says("", 500) if n in (1, 3) else Says(GOOD.content, seconds=0.02)) as server:
        engine, scan = engine_at(server, calls=1), card(tmp_path)
        done: list[str | None] = []
        threads = [
            threading.Thread(target=lambda: done.append(values(engine.read(scan, threading.Event()))["title"]))
            for _ in range(6)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)

    assert done == ["Bäume"] * 6
    assert server.peak == 1


@pytest.mark.parametrize(("limit", "tokens"), [({"requests_per_minute": 3}, 0), ({"tokens_per_minute": 250}, 100)])
def test_the_minute_has_its_budget(limit: dict[str, int], tokens: int) -> None:
    gateway = Gateway(Limits(calls=8, **limit))
    stop = threading.Event()
    for _ in range(3):
        gateway.call(lambda: None, stop, tokens=0)
        gateway.spent(tokens)

    assert gateway._delay(tokens) > 50


def test_row_30_who_resumes_is_not_held_back_by_the_waits_before() -> None:
    gateway = Gateway(Limits(backoff=0.5))
    for _ in range(8):
        with gateway._place(threading.Event(), 0):
            gateway._failed(Transient("no", "http_503"))
            gateway._not_before = 0.0
    gateway._not_before = time.monotonic() + 20
    assert gateway.is_down()

    gateway.trusted()

    assert not gateway.is_down()
    assert gateway._delay(0) == 0
