"""One decoder process, seen from the server."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from app.imaging.channel import Channel, Closed, Message
from app.imaging.rejection import CODES, ImageRejected

START_SECONDS: Final = 60.0
# The rest of the environment may hold secrets, which a process that reads strangers' files does not need.
ENVIRONMENT: Final = (
    "PATH",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "TZ",
    "HOME",
    "SYSTEMROOT",
    "LD_LIBRARY_PATH",
    "VIRTUAL_ENV",
)
LEAN: Final = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "1",
    "PYTHONUTF8": "1",
}

FAILED: Final = "The decoder broke down over this file, so it is probably damaged; save it anew and upload it again."
SLOW: Final = "Decoding the file took too long; save it anew in a simpler form, for instance as TIFF or JPEG."


class Worker:
    """Owns one child. Used by one thread at a time; ``kill`` may come from any."""

    def __init__(self, memory_bytes: int) -> None:
        """Start the process and wait until it is ready. Raises ``ImageRejected`` (decoder_failed)."""
        root = Path(__file__).resolve().parents[2]
        paths = os.pathsep.join(filter(None, [str(root), os.environ.get("PYTHONPATH", "")]))
        environment = {name: os.environ[name] for name in ENVIRONMENT if name in os.environ}
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-P", "-m", "app.imaging.child", str(memory_bytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env=environment | LEAN | {"PYTHONPATH": paths},
            process_group=None if os.name == "nt" else 0,  # out of reach of Ctrl-C
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._channel = Channel(self._process.stdout.fileno(), self._process.stdin.fileno())
        self.tasks = 0
        try:
            self._channel.receive(START_SECONDS)
        except (Closed, TimeoutError) as error:
            self.kill()
            raise _failed(f"not ready: {error}") from error

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def run(self, request: Message, timeout: float, wrote: Callable[[str], None]) -> tuple[Message, bytearray]:
        """Send a request; return the answer and its raw bytes. ``timeout`` seconds are for each page.

        Raises ``ImageRejected``, ``OSError``. After decoder_failed and decoder_timeout the process is gone.
        """
        self.tasks += 1
        message, raw = self._exchange({**request, "timeout": timeout}, timeout, wrote)
        match message:
            case {"answer": dict(answer)}:
                return answer, raw
            case {"rejected": [str(code), str(text), str(detail), dict(told)]} if code in CODES:
                params = {str(name): value for name, value in told.items() if isinstance(value, int | str)}
                raise ImageRejected(code, text, detail=detail, params=params)
            case {"os_error": [int(number), str(reason), str(name)]}:
                raise OSError(number, reason, name)
        raise _failed(f"answer {dict(message)!r}"[:200])

    def _exchange(self, request: Message, timeout: float, wrote: Callable[[str], None]) -> tuple[Message, bytearray]:
        """Send a request and read what comes back. If that is cut short, by Ctrl-C too, the process goes."""
        is_whole = False
        try:
            self._channel.send(request)
            message = self._channel.receive(timeout)
            while "page" in message:
                wrote(str(message["page"]))
                message = self._channel.receive(timeout)
            count = message.get("raw", 0)
            if not isinstance(count, int) or not 0 <= count < 2**31:
                raise Closed(f"{count!r} raw bytes announced")
            raw = self._channel.receive_raw(count, timeout)
            is_whole = True
        except Closed as error:
            self.kill()
            raise _failed(f"exit {self._process.returncode}: {error}") from error
        except TimeoutError as error:
            raise ImageRejected("decoder_timeout", SLOW, detail=f"after {timeout} s") from error
        finally:
            if not is_whole:
                self.kill()
        return message, raw

    def kill(self) -> None:
        """End the process, whatever it is doing, and free its pipes."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()


def _failed(detail: str) -> ImageRejected:
    return ImageRejected("decoder_failed", FAILED, detail=detail)
