"""Pages of PDF, by PDFium. Used in the decoder process only."""

from collections.abc import Generator
from contextlib import closing
from math import ceil, sqrt
from pathlib import Path
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from app.imaging.header import Limits, check_pages
from app.imaging.leaf import Size, fitted
from app.imaging.rejection import ImageRejected, damaged

DPI: Final = 300
POINTS: Final = 72  # to the inch
MOST_PIXELS: Final = 36_000_000  # of a rendered page; the embedded scan needs as much again beside it


def leaves(path: Path, limits: Limits) -> Generator["PdfLeaf"]:
    """Yield the pages in order; each must be used before the next is asked for."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            message = "The PDF is protected by a password; save it without one."
            raise ImageRejected("encrypted", message) from error
        raise damaged(str(error)) from error
    with closing(document):
        check_pages(len(document), limits)
        for index in range(len(document)):
            with closing(_page(document, index)) as page:
                yield PdfLeaf(page, limits)


def _page(document: pypdfium2.PdfDocument, index: int) -> pypdfium2.PdfPage:
    try:
        return document[index]
    except pypdfium2.PdfiumError as error:
        raise damaged(f"page {index + 1}: {error}") from error


class PdfLeaf:
    """One page, seen at 300 dpi, or less where that would be too many pixels. Keeps ``Leaf``."""

    def __init__(self, page: pypdfium2.PdfPage, limits: Limits) -> None:
        self._page = page
        width, height = page.get_size()
        if not (width > 0 and height > 0):
            raise damaged(f"a page of {width} x {height} points")
        most = min(limits.max_pixels, MOST_PIXELS)
        self._scale = min(DPI / POINTS, sqrt(most / (width * height)))
        self._points = (width, height)

    def size(self) -> Size:
        width, height = (ceil(side * self._scale) for side in self._points)
        return Size(width, height)

    def measure(self, long_side: int) -> Image.Image:
        return self._drawn(min(self._scale, long_side / max(self._points)), grey=True)

    def render(self, long_side: int | None) -> Image.Image:
        scale = self._scale if long_side is None else min(self._scale, long_side / max(self._points))
        return fitted(self._drawn(scale), long_side)

    def lossless(self) -> Image.Image:
        drawn = _simplest(self._drawn(self._scale))
        dpi = self._scale * POINTS
        drawn.info["dpi"] = (dpi, dpi)
        return drawn

    def _drawn(self, scale: float, *, grey: bool = False) -> Image.Image:
        bitmap = self._page.render(scale=scale, grayscale=grey, rev_byteorder=True)
        with closing(bitmap):
            image: Image.Image = bitmap.to_pil()
            return image.convert("L" if grey else "RGB")


def _simplest(image: Image.Image) -> Image.Image:
    """Return a page without colour as grey, and one of pure black and white as bitonal."""
    red, green, blue = image.split()
    if not red.tobytes() == green.tobytes() == blue.tobytes():
        return image
    shades = red.histogram()
    return red.convert("1", dither=Image.Dither.NONE) if not any(shades[1:255]) else red
