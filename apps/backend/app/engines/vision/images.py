"""Scans as a model gets them: upright, no metadata, the long side bounded, as data URLs."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from app.engines.base import CardImage, UnreadableCard
from app.imaging.rejection import ImageRejected


class PictureSource(Protocol):
    """What is needed of the decoder, which does the work in a process of its own."""

    def jpeg(self, path: Path, long_side: int) -> bytes:
        """The upright image as a JPEG without metadata. Raises ``ImageRejected``."""
        ...


def data_urls(source: PictureSource, images: Sequence[CardImage], long_side: int) -> tuple[str, ...]:
    """All sides of a card. Raises ``UnreadableCard``."""
    return tuple(_data_url(source, image, long_side) for image in images)


def _data_url(source: PictureSource, image: CardImage, long_side: int) -> str:
    if not image.path.is_file():
        raise UnreadableCard(f"The file {image.filename} is missing.", cause="missing_file")
    try:
        picture = source.jpeg(image.path, long_side)
    except ImageRejected as error:
        raise UnreadableCard(str(error), cause="undecodable") from error
    except OSError as error:
        message = f"The file {image.filename} cannot be read from the disk."
        raise UnreadableCard(message, cause="missing_file") from error
    return "data:image/jpeg;base64," + base64.b64encode(picture).decode("ascii")
