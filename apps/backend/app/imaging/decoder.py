"""Decoding untrusted images in processes of their own, at most a few at a time."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import numpy as np

from app.imaging import output
from app.imaging.channel import Message
from app.imaging.header import Limits, inspect
from app.imaging.rejection import ImageRejected
from app.imaging.worker import FAILED, Worker

TASKS_OF_A_WORKER: Final = 2000  # then a fresh one, against leaks in the C libraries
CLOSING_SECONDS: Final = 5.0
BROWSER_FORMATS: Final = frozenset({"jpeg", "png", "webp"})

Pixels = np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]


@dataclass(frozen=True, slots=True)
class Judged:
    """What a full decode has found. ``width`` and ``height`` in pixels, of the first page, upright.

    ``pages`` exceeds 1 for TIFF and PDF only. ``blank``: no page carries writing.
    """

    format: str
    media_type: str
    width: int
    height: int
    pages: int
    blank: bool


def is_browser_viewable(format: str) -> bool:  # noqa: A002 - the contract's word
    """Tell whether browsers show files of this format by themselves."""
    return format in BROWSER_FORMATS


def _unheard(_name: str) -> None:
    """Take note of nothing."""


class Decoder:
    """Owns up to ``processes`` children, started when first needed. Serves any number of threads.

    All methods raise ``ImageRejected``, ``OSError`` for files that can't be read or written, and
    ``RuntimeError`` once closed. ``timeout`` is in seconds, for each page.
    """

    def __init__(
        self,
        limits: Limits = Limits(),  # noqa: B008 - frozen
        *,
        processes: int = 2,
        memory_bytes: int = 512 * 2**20,
        timeout: float = 20.0,
    ) -> None:
        self._limits = limits
        self._processes = processes
        self._memory_bytes = memory_bytes
        self._timeout = timeout
        self._changed = threading.Condition()
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._taken = 0  # places in use; a place has a worker but for the moment of its start
        self._background = 0
        self._waiting = 0  # callers in the foreground
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def judge(self, path: Path) -> Judged:
        """Check the header against the limits, then decode every page in full."""
        inspect(path, self._limits)
        answer, _ = self._run({"task": "judge"}, path)
        match answer:
            case {
                "format": str(kind),
                "media_type": str(media_type),
                "width": int(width),
                "height": int(height),
                "pages": int(pages),
                "blank": bool(blank),
            }:
                return Judged(kind, media_type, width, height, pages, blank)
        raise _nonsense(answer)

    def split(self, path: Path, folder: Path, stem: str) -> list[Path]:
        """Write each page as ``<stem>_p0001.png`` …, upright, and return the files in order.

        TIFF pages keep their depth where PNG can (bitonal, grey, 16-bit grey, palette, RGB); PDF pages are
        drawn at 300 dpi, at most 36 megapixels. Files of these names are replaced; on an error none is left.
        """
        inspect(path, self._limits)
        folder = folder.absolute()
        written: list[str] = []
        pages = (folder / f"{stem}_p{number:04d}.png" for number in range(1, self._limits.max_pages + 1))
        request = {"task": "split", "folder": str(folder), "stem": stem}
        try:
            self._run(request, path, targets=pages, wrote=written.append)
        except (ImageRejected, OSError):
            for name in written:
                (folder / name).unlink(missing_ok=True)
            raise
        return [folder / name for name in written]

    def thumbnail(self, path: Path, target: Path, long_side: int = 320, *, background: bool = False) -> None:
        """Write the first page as WebP: upright, no metadata, its long side at most ``long_side`` pixels.

        ``background`` work leaves one child for the others.
        """
        self._copy(path, target, long_side, background)

    def view(self, path: Path, target: Path, long_side: int = 2600, *, background: bool = False) -> None:
        """Write a copy that browsers show, of TIFF, JPEG 2000, HEIC or PDF. As ``thumbnail``, but larger."""
        self._copy(path, target, long_side, background)

    def pixels(self, path: Path, long_side: int | None = None) -> Pixels:
        """Return the first page as RGB, shape (height, width, 3), upright and writable.

        Shrunk, never enlarged, so that its long side is at most ``long_side`` pixels. A page of more
        than about 35 megapixels comes at half scale or less, for the child's memory is bounded.
        """
        inspect(path, self._limits)
        answer, raw = self._run({"task": "pixels", "long_side": long_side}, path)
        match answer:
            case {"width": int(width), "height": int(height)} if width * height * 3 == len(raw):
                return np.frombuffer(raw, dtype=np.uint8).reshape(height, width, 3)
        raise _nonsense(answer)

    def jpeg(self, path: Path, long_side: int | None = None) -> bytes:
        """Return the first page as a JPEG for other machines: as ``pixels``, without metadata, grey where it is."""
        inspect(path, self._limits)
        answer, raw = self._run({"task": "jpeg", "long_side": long_side}, path)
        if not raw:
            raise _nonsense(answer)
        return bytes(raw)

    def close(self) -> None:
        """End all children: idle ones now, busy ones after their task or five seconds."""
        deadline = time.monotonic() + CLOSING_SECONDS
        with self._changed:
            self._closed = True
            idle, self._idle = self._idle, []
            self._changed.notify_all()
            self._changed.wait_for(lambda: not self._taken, deadline - time.monotonic())
            idle.extend(self._busy)
        for worker in idle:
            worker.kill()

    def _copy(self, path: Path, target: Path, long_side: int, background: bool) -> None:
        inspect(path, self._limits)
        target = target.absolute()
        request = {"task": "copy", "target": str(target), "long_side": long_side}
        self._run(request, path, targets=iter([target]), background=background)

    def _run(
        self,
        request: Message,
        path: Path,
        *,
        targets: Iterator[Path] = iter(()),  # noqa: B008 - empty
        wrote: Callable[[str], None] = _unheard,
        background: bool = False,
    ) -> tuple[Message, bytearray]:
        """Let an idle child do a task; if it dies, remove the half of a target that it leaves behind."""
        message = {**request, "path": str(path.absolute()), "limits": astuple(self._limits)}
        with self._place(background):
            worker = self._worker()
            try:
                return worker.run(message, self._timeout, wrote)
            except (ImageRejected, OSError) as error:
                if self._closed and not worker.is_alive:  # ended by us, so no word against the file
                    raise RuntimeError("the decoder is closed") from error
                raise
            finally:
                if not worker.is_alive:
                    for target in targets:
                        output.temporary(target, worker.pid).unlink(missing_ok=True)
                self._give_back(worker)

    @contextmanager
    def _place(self, background: bool) -> Iterator[None]:
        """Wait for a place; work in the background takes neither the last one nor the turn of others."""
        most = max(1, self._processes - 1)
        with self._changed:
            if background:
                self._changed.wait_for(
                    lambda: (
                        self._closed
                        or (self._taken < self._processes and self._background < most and not self._waiting)
                    )
                )
            else:
                self._waiting += 1
                self._changed.wait_for(lambda: self._closed or self._taken < self._processes)
                self._waiting -= 1
            if self._closed:
                self._changed.notify_all()
                raise RuntimeError("the decoder is closed")
            self._taken += 1
            self._background += background
        try:
            yield
        finally:
            with self._changed:
                self._taken -= 1
                self._background -= background
                self._changed.notify_all()

    def _worker(self) -> Worker:
        """Return a living child, idle or new."""
        dead = []
        with self._changed:
            while self._idle and not self._idle[-1].is_alive:
                dead.append(self._idle.pop())
            worker = self._idle.pop() if self._idle else None
            if worker is not None:
                self._busy.add(worker)
        for each in dead:
            each.kill()
        if worker is None:
            worker = Worker(self._memory_bytes)
            with self._changed:
                self._busy.add(worker)
        return worker

    def _give_back(self, worker: Worker) -> None:
        with self._changed:
            self._busy.discard(worker)
            keep = not self._closed and worker.is_alive and worker.tasks < TASKS_OF_A_WORKER
            if keep:
                self._idle.append(worker)
        if not keep:
            worker.kill()


def _nonsense(answer: Message) -> ImageRejected:
    return ImageRejected("decoder_failed", FAILED, detail=f"answer {dict(answer)!r}"[:200])
