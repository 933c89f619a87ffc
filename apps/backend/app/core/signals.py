"""Hearing that the process is asked to end, before the server has closed what is open."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

ENDING = (signal.SIGTERM, signal.SIGINT)


@contextmanager
def heard(tell: Callable[[], None]) -> Iterator[None]:
    """While the block runs, call ``tell`` in the running loop at once; the server's own handler still follows."""
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread hears signals
        return
    loop = asyncio.get_running_loop()
    handlers = {number: signal.getsignal(number) for number in ENDING}

    def hear(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(tell)
        then = handlers[signal.Signals(number)]
        if callable(then):
            then(number, frame)

    ours = [number for number, handler in handlers.items() if callable(handler)]
    for number in ours:
        signal.signal(number, hear)
    try:
        yield
    finally:
        for number in ours:
            if signal.getsignal(number) is hear:
                signal.signal(number, handlers[number])
