"""The built-in reader: recognise, lay out, field. Offline; needs only the models in the ``rapidocr`` wheel."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from app.engines.base import Cancelled, CancelToken, Card, CardImage, UnreadableCard
from app.engines.local import layout
from app.engines.local.fields import Extractor, RuleExtractor
from app.engines.local.recognise import Pixels, Recogniser
from app.imaging.rejection import ImageRejected
from app.models.record import FieldSpec, Page, Reading, Value


class PixelSource(Protocol):
    """What the reader needs of the decoder."""

    def pixels(self, path: Path, long_side: int) -> Pixels:
        """The upright RGB image, (height, width, 3) uint8, its long side at most ``long_side``.

        Raises ``ImageRejected`` when the file cannot be decoded.
        """
        ...


Learned = Callable[[Card], tuple[Extractor, str] | None]
"""What was learned for the drawer of a card and its name, or None: then the rules alone."""


class LocalEngine:
    """Reads cards with PP-OCRv6 small. One instance serves many threads.

    ``workers`` cards are recognised at the same time, each on one core; further calls wait for their turn. That bounds
    memory (the models once, some 100 MB for each card in work) whatever the number of threads that call.
    """

    name = "local"
    model = "pp-ocrv6-small"

    def __init__(
        self,
        decoder: PixelSource,
        *,
        workers: int = 2,
        long_side: int = 1800,
        extractor: Extractor | None = None,
        learned: Learned | None = None,
        models: Path | None = None,
    ) -> None:
        self._decoder = decoder
        self._long_side = long_side
        self._extractor = extractor or RuleExtractor()
        self._learned = learned or (lambda _card: None)
        self._recogniser = Recogniser(models)
        self._turns = threading.BoundedSemaphore(max(1, workers))

    def read(self, card: Card, cancel: CancelToken) -> Reading:
        """Read all sides of a card. See ``Engine.read``.

        Raises ``UnreadableCard`` with the cause ``missing_file``, ``undecodable`` or ``blank``; ``EngineDown`` when a
        model file is missing; ``Cancelled`` between sides.
        """
        started = time.perf_counter()
        pages = tuple(self._pages(card, cancel))
        if all(page.blank for page in pages):
            raise UnreadableCard("There is nothing to read on this card.", cause="blank")
        taught = self._learned(card)
        extractor, model = (taught[0], f"{self.model}+{taught[1]}") if taught else (self._extractor, self.model)
        values = extractor.extract(pages, card.schema)
        return Reading(
            values=values,
            text=layout.plain_text(pages),
            engine=self.name,
            model=model,
            duration=time.perf_counter() - started,
            pages=pages,
        )

    def words(self, card: Card, cancel: CancelToken) -> tuple[Page, ...]:
        """All lines and words of a card, for other readers. Raises as ``read``."""
        return tuple(self._pages(card, cancel))

    def field_again(self, pages: Sequence[Page], schema: Sequence[FieldSpec]) -> tuple[Value, ...]:
        """Values for another schema, from the pages of an earlier reading. See ``FieldsAgain``."""
        return self._extractor.extract(pages, schema)

    def close(self) -> None:
        """Give back the models."""
        self._recogniser.close()

    def _pages(self, card: Card, cancel: CancelToken) -> Iterator[Page]:
        for number, image in enumerate(card.images):
            with self._turn(cancel):
                if cancel.is_set():
                    raise Cancelled("The batch was stopped before this card was read.")
                yield self._recogniser.page(self._pixels(image), number)

    def _pixels(self, image: CardImage) -> Pixels:
        if not image.path.is_file():
            raise UnreadableCard(f"The file {image.filename} is missing.", cause="missing_file")
        try:
            return self._decoder.pixels(image.path, self._long_side)
        except ImageRejected as error:
            raise UnreadableCard(str(error), cause="undecodable") from error
        except OSError as error:
            message = f"The file {image.filename} cannot be read from the disk."
            raise UnreadableCard(message, cause="missing_file") from error

    @contextmanager
    def _turn(self, cancel: CancelToken) -> Iterator[None]:
        while not self._turns.acquire(timeout=0.2):
            if cancel.is_set():
                raise Cancelled("The batch was stopped before this card was read.")
        try:
            yield
        finally:
            self._turns.release()
