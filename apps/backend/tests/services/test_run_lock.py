"""The lock of a running batch: held by one, looked at by any number."""

from __future__ import annotations

import threading
from pathlib import Path

from app.services import run_lock


def test_one_holds_it_and_others_see_that(tmp_path: Path) -> None:
    assert not run_lock.is_held(tmp_path, "b")
    with run_lock.held(tmp_path, "b") as first, run_lock.held(tmp_path, "b") as second:
        assert (first, second) == (True, False)
        assert run_lock.is_held(tmp_path, "b")
    assert not run_lock.is_held(tmp_path, "b")


def test_who_only_looks_keeps_nobody_from_it(tmp_path: Path) -> None:
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            run_lock.is_held(tmp_path, "b")

    watcher = threading.Thread(target=look)
    watcher.start()
    held = []
    for _ in range(100):
        with run_lock.held(tmp_path, "b") as mine:
            held.append(mine)
    stop.set()
    watcher.join(10)

    assert held == [True] * 100


def test_a_lock_goes_with_its_batch(tmp_path: Path) -> None:
    with run_lock.held(tmp_path, "b"):
        pass

    run_lock.forget(tmp_path, "b")
    run_lock.forget(tmp_path, "b")

    assert list((tmp_path / "locks").iterdir()) == []
