"""What a decoder process does with a file. Runs in that process only."""

import io
from collections.abc import Callable, Generator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from app.core.files import sync_dir
from app.imaging import ink, output, raster
from app.imaging.header import Limits, inspect
from app.imaging.leaf import Leaf
from app.imaging.rejection import damaged

Answer = tuple[dict[str, object], bytes]
Page = Callable[[str], None]  # called after each page with the name of the file written for it, or ""

WEBP_QUALITY: Final = {True: 80, False: 86}  # thumbnail, view
SMALL: Final = 640  # pixels: below it is a thumbnail
PNG_LEVEL: Final = 3
JPEG_QUALITY: Final = 85
GREY: Final = 12  # channels that differ by less on average are as good as one


def judge(path: Path, limits: Limits, page_done: Page) -> Answer:
    """Decode every page; answer format, media type, upright size of the first page, pages, blank."""
    header = inspect(path, limits)
    first, pages, blank = None, 0, True
    for leaf in _leaves(path, header.format, limits):
        grey = leaf.measure(ink.LONG_SIDE)
        blank = blank and ink.is_blank(grey)
        first = first or leaf.size()
        pages += 1
        page_done("")
    if first is None:
        raise damaged("no page")
    size = {"width": first.width, "height": first.height, "pages": pages, "blank": blank}
    return {"format": header.format, "media_type": header.media_type, **size}, b""


def split(path: Path, folder: Path, stem: str, limits: Limits, page_done: Page) -> Answer:
    """Write every page as PNG into ``folder``; answer the names in order."""
    names: list[str] = []
    for leaf in _leaves(path, inspect(path, limits).format, limits):
        name = f"{stem}_p{len(names) + 1:04d}.png"
        output.write(folder / name, _png(leaf.lossless()))
        names.append(name)
        page_done(name)
    sync_dir(folder)
    return {"names": names}, b""


def copy(path: Path, target: Path, long_side: int, limits: Limits) -> Answer:
    """Write the first page, upright and without metadata, as WebP."""
    image = _first(path, limits, long_side)
    buffer = io.BytesIO()
    quality = WEBP_QUALITY[long_side <= SMALL]
    image.save(buffer, "WEBP", quality=quality, method=1, exif=b"", icc_profile=b"")
    output.write(target, buffer.getbuffer())
    return {}, b""


def pixels(path: Path, long_side: int | None, limits: Limits) -> Answer:
    """Answer the first page, upright, as rows of RGB bytes."""
    image = _first(path, limits, long_side).convert("RGB")
    return {"width": image.width, "height": image.height}, image.tobytes()


def jpeg(path: Path, long_side: int | None, limits: Limits) -> Answer:
    """Answer the first page, upright and without metadata, as JPEG; in one channel where it has no colour."""
    image = _first(path, limits, long_side)
    image = image.convert("L") if _is_grey(image) else image
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=JPEG_QUALITY, exif=b"", icc_profile=b"", xmp=b"", comment=b"")
    return {}, buffer.getvalue()


def _is_grey(image: Image.Image) -> bool:
    if image.mode != "RGB":
        return True
    thin = np.asarray(image)[::8, ::8].astype(np.int16)
    return float(np.mean(thin.max(axis=2) - thin.min(axis=2))) < GREY


def perform(request: Mapping[str, object], page_done: Page) -> Answer:
    """Do what a message from ``Decoder`` asks. Raises ``ImageRejected``, ``OSError``, what decoders raise."""
    path, limits = Path(str(request["path"])), _limits(request["limits"])
    side = request.get("long_side")
    long_side = side if isinstance(side, int) else None
    match request["task"]:
        case "judge":
            return judge(path, limits, page_done)
        case "split":
            return split(path, Path(str(request["folder"])), str(request["stem"]), limits, page_done)
        case "copy":
            return copy(path, Path(str(request["target"])), long_side or SMALL, limits)
        case "pixels":
            return pixels(path, long_side, limits)
        case "jpeg":
            return jpeg(path, long_side, limits)
        case other:
            raise NotImplementedError(other)


def _limits(raw: object) -> Limits:
    assert isinstance(raw, list)
    return Limits(*(int(each) for each in raw))


def _leaves(path: Path, kind: str, limits: Limits) -> Generator[Leaf]:
    if kind != "pdf":
        return raster.leaves(path, kind, limits)
    from app.imaging import document  # PDFium is loaded only where it is needed

    return document.leaves(path, limits)


def _first(path: Path, limits: Limits, long_side: int | None) -> Image.Image:
    leaves = _leaves(path, inspect(path, limits).format, limits)
    with closing(leaves):
        return next(leaves).render(long_side)


def _png(image: Image.Image) -> memoryview:
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=PNG_LEVEL)
    return buffer.getbuffer()
