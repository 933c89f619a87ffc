"""The decoder process: ``python -m app.imaging.child MEMORY_BYTES``.

Pillow, PDFium and libheif meet untrusted bytes here and nowhere else: in a process that may use so much
memory, that is killed when it takes too long, and whose death costs one file.
"""

import os
import signal
import struct
import sys
import warnings
import zlib
from contextlib import suppress
from typing import Final

from app.imaging import work
from app.imaging.channel import Channel, Closed
from app.imaging.rejection import TOO_LARGE, ImageRejected, damaged

# What Pillow and its plugins raise over bytes that do not keep their format. Anything else ends the process.
UNREADABLE: Final = (
    OSError,
    SyntaxError,
    ValueError,
    LookupError,
    TypeError,
    ArithmeticError,
    AttributeError,
    RuntimeError,
    EOFError,
    AssertionError,
    struct.error,
    zlib.error,
)
GRACE: Final = 5  # seconds after which an orphan ends by itself


def main() -> None:
    """Serve requests from standard input until it closes."""
    if hasattr(signal, "SIGINT"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us in its own time
    warnings.simplefilter("ignore")
    channel = Channel(os.dup(0), os.dup(1))
    with open(os.devnull, "r+b") as nothing:  # noqa: PTH123 - C libraries must not write into the channel
        os.dup2(nothing.fileno(), 0)
        os.dup2(nothing.fileno(), 1)
    limit_memory(int(sys.argv[1]))
    channel.send({"ready": os.getpid()})
    with suppress(Closed):
        while True:
            serve(channel)


def serve(channel: Channel) -> None:
    """Answer one request. Raises ``Closed`` when the parent has gone."""
    request = channel.receive()
    seconds = request["timeout"]
    assert isinstance(seconds, (int, float))
    watch = int(seconds) + GRACE

    def page_done(name: str) -> None:
        _alarm(watch)
        channel.send({"page": name})

    _alarm(watch)
    try:
        answer, raw = work.perform(request, page_done)
    except ImageRejected as rejected:
        channel.send(refusal(rejected))
    except MemoryError:
        channel.send(refusal(ImageRejected("too_many_pixels", TOO_LARGE, detail="MemoryError")))
    except UNREADABLE as error:
        channel.send(failure(error))
    else:
        channel.send({"answer": answer, "raw": len(raw)}, raw)
    _alarm(0)


def failure(error: Exception) -> dict[str, object]:
    """Return the message for an error: the file's fault, or the system's (disk full, no access)."""
    if isinstance(error, OSError) and error.errno is not None:
        return {"os_error": [error.errno, error.strerror or "", str(error.filename or "")]}
    detail = f"{type(error).__name__}: {error}"[:500]
    if isinstance(error, OSError) and "memory" in str(error):
        return refusal(ImageRejected("too_many_pixels", TOO_LARGE, detail=detail))
    return refusal(damaged(detail))


def refusal(rejected: ImageRejected) -> dict[str, object]:
    """Return the message for a rejected file."""
    return {"rejected": [rejected.code, str(rejected), rejected.detail, rejected.params]}


def limit_memory(budget: int) -> None:
    """Keep this process's resident memory below ``budget`` bytes.

    Only address space can be limited, and libraries map far more than they touch; so what is mapped and
    untouched now is allowed on top. Where the system has no such limit, the size limits alone must do.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
            mapped, resident = (int(each) * resource.getpagesize() for each in file.read().split()[:2])
        most = mapped - resident + budget
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _alarm(seconds: int) -> None:
    """Let the kernel end this process should the parent no longer be there to do it; 0 calls it off."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


if __name__ == "__main__":
    main()
