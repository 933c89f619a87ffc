"""The decoder processes of a test, seen from outside."""

import threading
from pathlib import Path

import psutil

from app.imaging.decoder import Decoder


def children() -> set[int]:
    """The decoder processes of this test process."""
    return {each.pid for each in psutil.Process().children() if "app.imaging.child" in each.cmdline()}


def peak_bytes(pid: int) -> int:
    """The most memory that a process ever held."""
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def only_child(decoder: Decoder) -> int:
    """The one child that belongs to a decoder with one process."""
    (worker,) = decoder._idle
    return worker.pid


class Peaks:
    """The most memory of a process, which may end in the meantime."""

    def __init__(self, pid: int) -> None:
        self._pid, self._most, self._done = pid, 0, threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def _watch(self) -> None:
        while not self._done.wait(0.02):
            try:
                self._most = max(self._most, peak_bytes(self._pid))
            except (FileNotFoundError, StopIteration):
                return

    def most(self) -> int:
        self._done.set()
        self._thread.join()
        try:
            return max(self._most, peak_bytes(self._pid))
        except (FileNotFoundError, StopIteration):
            return self._most
