"""Thumbnails and browser-viewable copies: made behind uploads, or when somebody looks."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from app.imaging.decoder import Decoder, is_browser_viewable
from app.imaging.rejection import ImageRejected
from app.services.folders import BatchFolder

log = logging.getLogger(__name__)
Job = tuple[BatchFolder, str, str]


class Derivatives:
    """One background thread; whatever it has not made yet is made on demand."""

    def __init__(self, decoder: Decoder) -> None:
        self._decoder = decoder
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._guard = threading.Lock()
        self._stopped = False

    def enqueue(self, folder: BatchFolder, filename: str, image_format: str) -> None:
        with self._guard:
            if self._stopped:
                return
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="thumbnails", daemon=True)
                self._thread.start()
        self._jobs.put((folder, filename, image_format))

    def stop(self) -> None:
        with self._guard:
            self._stopped = True
        self._jobs.put(None)
        if self._thread is not None:
            self._thread.join(timeout=5)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None and not self._stopped:
            folder, filename, image_format = job
            with suppress(OSError, ImageRejected, RuntimeError):
                self.thumbnail(folder, filename, background=True)
                if not is_browser_viewable(image_format):
                    self.view(folder, filename, background=True)

    def thumbnail(self, folder: BatchFolder, filename: str, *, background: bool = False) -> Path | None:
        """The thumbnail's path, made if it is missing; None when the image is gone or cannot be decoded."""
        return _made(
            folder, filename, folder.thumbnail(filename), partial(self._decoder.thumbnail, background=background)
        )

    def view(self, folder: BatchFolder, filename: str, *, background: bool = False) -> Path | None:
        """A WebP copy for formats that browsers do not show; like ``thumbnail``."""
        make = partial(self._decoder.view, background=background)
        return _made(folder, filename, folder.view(filename), make)


def _made(folder: BatchFolder, filename: str, target: Path, make: Callable[[Path, Path], None]) -> Path | None:
    if target.exists():
        return target
    source = folder.locate(filename)
    if source is None:
        return None
    target.parent.mkdir(exist_ok=True)
    try:
        make(source, target)
    except ImageRejected as rejection:
        log.warning("%s/%s cannot be shown: %s", folder.name, filename, rejection)
        return None
    return target
