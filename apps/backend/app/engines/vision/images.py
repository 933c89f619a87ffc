"""Scans as a model gets them: upright, no metadata, the long side bounded, as data URLs."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from PIL import Image

from app.engines.base import CardImage, UnreadableCard
from app.imaging.rejection import ImageRejected

Pixels = np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]
QUALITY = 85
GREY = 12
"""Channels that differ by less than this on average are sent as one."""


class PixelSource(Protocol):
    """What is needed of the decoder."""

    def pixels(self, path: Path, long_side: int) -> Pixels:
        """The upright RGB image. Raises ``ImageRejected``."""
        ...


def data_urls(source: PixelSource, images: Sequence[CardImage], long_side: int) -> tuple[str, ...]:
    """All sides of a card. Raises ``UnreadableCard``."""
    return tuple(_data_url(source, image, long_side) for image in images)


def _data_url(source: PixelSource, image: CardImage, long_side: int) -> str:
    if not image.path.is_file():
        raise UnreadableCard(f"The file {image.filename} is missing.", cause="missing_file")
    try:
        pixels = source.pixels(image.path, long_side)
    except ImageRejected as error:
        raise UnreadableCard(str(error), cause="undecodable") from error
    except OSError as error:
        message = f"The file {image.filename} cannot be read from the disk."
        raise UnreadableCard(message, cause="missing_file") from error
    return "data:image/jpeg;base64," + base64.b64encode(jpeg(pixels)).decode("ascii")


def jpeg(pixels: Pixels) -> bytes:
    picture = Image.fromarray(pixels)
    thin = pixels[::8, ::8].astype(np.int16)
    if thin.size and float(np.mean(thin.max(axis=2) - thin.min(axis=2))) < GREY:
        picture = picture.convert("L")
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()
