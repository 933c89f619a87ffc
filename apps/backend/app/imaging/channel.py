"""Messages between server and decoder process: length, JSON, and then the raw bytes that it announces."""

import json
import os
import select
import struct
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Final

Message = Mapping[str, object]
HEAD: Final = struct.Struct(">I")
MOST_MESSAGE: Final = 2**20
CHUNK: Final = 2**20


class Closed(Exception):
    """The other side has gone or does not keep the form."""


class Channel:
    """Two pipe ends, for one thread at a time. Without ``select.poll`` (Windows) deadlines do not bite."""

    def __init__(self, reading: int, writing: int) -> None:
        self._reading = reading
        self._writing = writing
        for end in (reading, writing):
            _widen(end)
        self._poll = select.poll() if hasattr(select, "poll") else None
        if self._poll is not None:
            self._poll.register(reading, select.POLLIN)

    def send(self, message: Message, raw: bytes = b"") -> None:
        """Write one message and its raw bytes. Raises ``Closed``."""
        text = json.dumps(message).encode("ascii")
        try:
            for block in (HEAD.pack(len(text)) + text, raw):
                view = memoryview(block)
                while view:
                    view = view[os.write(self._writing, view) :]
        except OSError as error:
            raise Closed(str(error)) from error

    def receive(self, seconds: float | None = None) -> Message:
        """Read one message within ``seconds``. Raises ``Closed``, ``TimeoutError``."""
        deadline = _deadline(seconds)
        (length,) = HEAD.unpack(self._exactly(HEAD.size, deadline))
        if length > MOST_MESSAGE:
            raise Closed(f"a message of {length} bytes")
        try:
            message: object = json.loads(self._exactly(length, deadline))
        except ValueError as error:
            raise Closed("a message that is not JSON") from error
        if not isinstance(message, dict):
            raise Closed("a message that is not an object")
        return message

    def receive_raw(self, count: int, seconds: float | None = None) -> bytearray:
        """Read exactly ``count`` bytes within ``seconds``. Raises ``Closed``, ``TimeoutError``."""
        return self._exactly(count, _deadline(seconds))

    def _exactly(self, count: int, deadline: float | None) -> bytearray:
        found = bytearray(count)
        filled = 0
        while filled < count:
            self._wait(deadline)
            block = os.read(self._reading, min(count - filled, CHUNK))
            if not block:
                raise Closed("the other side has gone")
            found[filled : filled + len(block)] = block
            filled += len(block)
        return found

    def _wait(self, deadline: float | None) -> None:
        if deadline is None or self._poll is None:
            return
        left = max(0.0, deadline - time.monotonic())
        if not self._poll.poll(left * 1000):
            raise TimeoutError


def _deadline(seconds: float | None) -> float | None:
    return None if seconds is None else time.monotonic() + seconds


def _widen(end: int) -> None:
    """Let a whole picture pass in few system calls, where the system can."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(end, fcntl.F_SETPIPE_SZ, CHUNK)
