"""What a file is and how large it is, from its first bytes: no pixel is decoded, no C code runs."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.imaging.formats import heic, jp2, jpeg, pdf, png, tiff, webp
from app.imaging.formats.size import Size
from app.imaging.formats.source import Source, opened
from app.imaging.rejection import ImageRejected, damaged

ACCEPTED: Final = "JPEG, PNG, WebP, TIFF, JPEG 2000, HEIC or PDF"
HEAD: Final = 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost: bytes of the file, pixels of each page, pages."""

    max_bytes: int = 100 * 2**20
    max_pixels: int = 120_000_000
    max_pages: int = 200


@dataclass(frozen=True, slots=True)
class Header:
    """A file's format by content, and the size of its first page in pixels as stored, not yet upright.

    ``suffix`` is the canonical one (".jpg"). For PDF, which only the decoder process may parse, ``width``,
    ``height`` and ``pages`` are 0. For HEIC the size is the largest declared one.
    """

    format: str
    media_type: str
    suffix: str
    width: int
    height: int
    pages: int


MEDIA: Final[dict[str, tuple[str, str]]] = {
    "jpeg": ("image/jpeg", ".jpg"),
    "png": ("image/png", ".png"),
    "webp": ("image/webp", ".webp"),
    "tiff": ("image/tiff", ".tif"),
    "jp2": ("image/jp2", ".jp2"),
    "heic": ("image/heic", ".heic"),
    "pdf": ("application/pdf", ".pdf"),
}

# Starting bytes, in the order of trial.
TAKEN: Final[tuple[tuple[str, re.Pattern[bytes]], ...]] = (
    ("jpeg", re.compile(rb"\xff\xd8\xff")),
    ("png", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("webp", re.compile(rb"RIFF....WEBP", re.DOTALL)),
    ("tiff", re.compile(rb"II\x2a\x00|MM\x00\x2a|II\x2b\x00\x08\x00\x00\x00|MM\x00\x2b\x00\x08\x00\x00")),
    ("jp2", re.compile(rb"\x00\x00\x00\x0cjP  \r\n\x87\n|\xff\x4f\xff\x51")),
    ("pdf", re.compile(rb"(?:\xef\xbb\xbf)?[\x00\t\n\r ]{0,16}%PDF-\d")),
)
REFUSED: Final[tuple[tuple[str, re.Pattern[bytes]], ...]] = (
    ("GIF", re.compile(rb"GIF8[79]a")),
    ("BMP", re.compile(rb"BM.{4}\x00\x00\x00\x00", re.DOTALL)),
    ("AVIF", re.compile(rb"....ftyp(?:avif|avis)", re.DOTALL)),
    ("video", re.compile(rb"....ftyp|\x1aE\xdf\xa3|RIFF....AVI ", re.DOTALL)),
    ("Photoshop", re.compile(rb"8BPS")),
    ("PostScript", re.compile(rb"%!PS|\xc5\xd0\xd3\xc6")),
    ("FITS", re.compile(rb"SIMPLE  =")),
    ("icon", re.compile(rb"\x00\x00[\x01\x02]\x00[^\x00]")),
    ("JPEG XL", re.compile(rb"\xff\x0a|\x00\x00\x00\x0cJXL \r\n\x87\n")),
    ("DjVu", re.compile(rb"AT&TFORM")),
    ("SVG", re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<svg[\s>]", re.DOTALL)),
)


def sniff(path: Path) -> str:
    """Return the format by content: "jpeg", "png", "webp", "tiff", "jp2", "heic" or "pdf".

    Raises ``ImageRejected``: empty, unsupported_format, not_an_image; ``OSError`` if the file can't be read.
    """
    with opened(path) as source:
        return _sniff(source)


def inspect(path: Path, limits: Limits) -> Header:
    """Return the header of a file that keeps the limits, within milliseconds, whatever the file claims.

    Raises ``ImageRejected``: as ``sniff``, and too_many_bytes, too_many_pixels, too_many_pages, damaged.
    """
    with opened(path) as source:
        kind = _sniff(source)
        if source.length > limits.max_bytes:
            allowed = f"at most {limits.max_bytes / 2**20:.0f} MB are allowed"
            raise ImageRejected(
                "too_many_bytes",
                f"The file has {source.length / 2**20:.0f} MB, {allowed}; scan it smaller.",
                params={"megabytes": round(limits.max_bytes / 2**20)},
            )
        sizes = _sizes(kind, source, limits)
    for size in sizes:
        check_size(size.width, size.height, limits)
    first = sizes[0] if sizes else Size(0, 0)
    media_type, suffix = MEDIA[kind]
    return Header(kind, media_type, suffix, first.width, first.height, len(sizes))


def check_size(width: int, height: int, limits: Limits) -> None:
    """Raise ``ImageRejected`` for a page of no pixels (damaged) or more than allowed (too_many_pixels)."""
    if width <= 0 or height <= 0:
        raise damaged(f"a page of {width} x {height} pixels")
    if width * height > limits.max_pixels:
        allowed = f"at most {limits.max_pixels / 1e6:.0f} megapixels are allowed"
        raise ImageRejected(
            "too_many_pixels",
            f"The image has {width} x {height} pixels, {allowed}; scan it at a lower resolution.",
            params={"width": width, "height": height, "megapixels": round(limits.max_pixels / 1e6)},
        )


def check_pages(pages: int, limits: Limits) -> None:
    """Raise ``ImageRejected`` for a document of no page (damaged) or more than allowed (too_many_pages)."""
    if pages <= 0:
        raise damaged("no page")
    if pages > limits.max_pages:
        raise ImageRejected(
            "too_many_pages",
            f"The file has more than {limits.max_pages} pages; split it into smaller files.",
            params={"pages": limits.max_pages},
        )


def _sniff(source: Source) -> str:
    if source.length == 0:
        raise ImageRejected("empty", "The file is empty; copy it once more or scan the card again.")
    head = source.peek(0, HEAD)
    for kind, pattern in TAKEN:
        if pattern.match(head):
            return kind
    if heic.is_heic(head):
        return "heic"
    for name, pattern in REFUSED:
        if pattern.match(head):
            raise ImageRejected(
                "unsupported_format",
                f"Files of this kind ({name}) cannot be read; save it as {ACCEPTED}.",
                params={"kind": name},
            )
    raise ImageRejected("not_an_image", f"This is not an image; upload scans as {ACCEPTED}.")


SINGLE: Final[dict[str, Callable[[Source], Size]]] = {
    "jpeg": jpeg.size,
    "png": png.size,
    "webp": webp.size,
    "jp2": jp2.size,
    "heic": heic.size,
}


def _sizes(kind: str, source: Source, limits: Limits) -> list[Size]:
    """Return the size of every page; for PDF none, after a look at its end."""
    if kind == "pdf":
        pdf.check_whole(source)
        return []
    if kind == "tiff":
        frames = tiff.frames(source, limits.max_pages + 1)
        check_pages(len(frames), limits)
        return [frame.size for frame in frames]
    return [SINGLE[kind](source)]
