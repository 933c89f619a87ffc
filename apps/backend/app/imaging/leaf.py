"""One page of a file, whatever the file is. Used in the decoder process only."""

from dataclasses import dataclass
from typing import Final, Protocol

from PIL import Image

HELD_MOST: Final = 340 * 10**6  # bytes of a decoded page
MEMORY: Final = 430 * 10**6  # bytes of that, and of two copies as plain colour beside it
COPIES: Final = 2 * 4  # bytes a pixel
GAP: Final = 1.5  # box-reduce to this many times the wanted size, then resample well


@dataclass(frozen=True, slots=True)
class Size:
    """Upright width and height in pixels."""

    width: int
    height: int


class Leaf(Protocol):
    """A page that has been found but not decoded."""

    def size(self) -> Size:
        """Return the upright size; known before or after decoding alike."""

    def measure(self, long_side: int) -> Image.Image:
        """Decode all of the page and return it in mode L, either way up, about ``long_side`` or larger."""

    def render(self, long_side: int | None) -> Image.Image:
        """Return the upright page in L or RGB, its long side at most ``long_side``, never enlarged.

        Pages that memory does not hold thrice come at half scale or less even if ``long_side`` is None.
        """

    def lossless(self) -> Image.Image:
        """Return the upright page in a mode PNG keeps exactly, its profile and resolution in ``info``."""


def reduction(size: tuple[int, int], long_side: int | None, held: int = 0) -> int:
    """Return by which whole number a picture may be shrunk first, ``held`` bytes being in use for it already."""
    wanted = 1 if long_side is None else int(max(size) / (long_side * GAP))
    factor = max(1, wanted)
    while size[0] * size[1] * COPIES > (MEMORY - held) * factor**2:
        factor += 1
    return factor


def fitted(image: Image.Image, long_side: int | None) -> Image.Image:
    """Return the image with its long side at most ``long_side`` pixels."""
    if long_side is None or max(image.size) <= long_side:
        return image
    scale = long_side / max(image.size)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.LANCZOS)
