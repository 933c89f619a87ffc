"""Pages of JPEG, PNG, WebP, TIFF, JPEG 2000 and HEIC, by Pillow. Used in the decoder process only."""

import struct
from collections.abc import Generator
from pathlib import Path
from typing import Final

from PIL import (
    Image,
    ImageFile,
    Jpeg2KImagePlugin,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from app.imaging.colour import Colours
from app.imaging.formats import jp2, tiff
from app.imaging.formats.source import opened
from app.imaging.header import Limits, check_pages, check_size
from app.imaging.leaf import HELD_MOST, Size, fitted, reduction
from app.imaging.rejection import TOO_LARGE, ImageRejected

PLUGINS: Final = {
    "jpeg": JpegImagePlugin.JpegImageFile.format,
    "png": PngImagePlugin.PngImageFile.format,
    "webp": WebPImagePlugin.WebPImageFile.format,
    "tiff": TiffImagePlugin.TiffImageFile.format,
    "jp2": Jpeg2KImagePlugin.Jpeg2KImageFile.format,
    "heic": "HEIF",
}
ORIENTATION: Final = 0x0112
TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
SIDEWAYS: Final = frozenset({5, 6, 7, 8})
BAND: Final = 4_000_000  # pixels turned plain at a time
PNG_MODES: Final = frozenset({"1", "L", "LA", "P", "RGB", "RGBA", "I;16"})
JP2_MEMORY: Final = 400 * 10**6  # bytes; OpenJPEG keeps four a sample, and its output beside them
BYTES: Final = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2}

ImageFile.LOAD_TRUNCATED_IMAGES = False
Image.MAX_IMAGE_PIXELS = None  # our own limits, checked before any decoder runs


def leaves(path: Path, kind: str, limits: Limits) -> Generator["RasterLeaf"]:
    """Yield the pages in order; each must be used before the next is asked for."""
    if kind == "heic":
        _register_heic()
    with Image.open(path, formats=[PLUGINS[kind]]) as image:
        if kind != "tiff":
            yield RasterLeaf(image, path, kind, limits)
            return
        with opened(path) as source:
            frames = tiff.frames(source, limits.max_pages + 1)
        check_pages(len(frames), limits)
        for frame in frames:
            image.seek(frame.index)
            yield RasterLeaf(image, path, kind, limits)


def _register_heic() -> None:
    import pillow_heif

    pillow_heif.options.DECODE_THREADS = 1
    pillow_heif.register_heif_opener(thumbnails=False)


class RasterLeaf:
    """The current frame of an open image. Keeps ``Leaf``."""

    def __init__(self, image: Image.Image, path: Path, kind: str, limits: Limits) -> None:
        check_size(image.width, image.height, limits)
        self._image = image
        self._path = path
        self._kind = kind
        self._stored = image.size  # Pillow gives TIFF its upright size at once, the others as stored

    def size(self) -> Size:
        width, height = self._stored
        return Size(height, width) if _orientation(self._image) in SIDEWAYS else Size(width, height)

    def measure(self, long_side: int) -> Image.Image:
        if isinstance(self._image, JpegImagePlugin.JpegImageFile):
            self._image.draft("L", _drafted(self._image.size, None))  # all is read, only colour is left out
        return _plain(self._loaded(None), long_side).convert("L")

    def render(self, long_side: int | None) -> Image.Image:
        if isinstance(self._image, JpegImagePlugin.JpegImageFile):
            self._image.draft(None, _drafted(self._image.size, long_side))
        plain = _plain(self._loaded(long_side), long_side)
        return fitted(_upright(plain, _orientation(self._image)), long_side)

    def lossless(self) -> Image.Image:
        loaded = self._loaded(None)
        kept = loaded if loaded.mode in PNG_MODES else _plain(loaded, None)
        upright = _upright(kept, _orientation(self._image))
        names = ("dpi", "transparency") + (("icc_profile",) if kept is loaded else ())
        upright.info = {name: loaded.info[name] for name in names if name in loaded.info}
        return upright

    def _loaded(self, long_side: int | None) -> Image.Image:
        """Decode all of the frame, JPEG 2000 at a smaller scale where that will do or memory asks for it."""
        image = self._image
        if isinstance(image, WebPImagePlugin.WebPImageFile):
            return _first_frame(image)
        if self._kind == "jp2":
            halvings = _halvings(image, self._path, long_side)
            image.reduce = halvings  # type: ignore[method-assign,assignment] # Pillow's own way for this format
        elif _held(image) > HELD_MOST:
            raise ImageRejected("too_many_pixels", TOO_LARGE, detail=f"{image.mode} {image.size}")
        image.load()
        return image


def _first_frame(image: WebPImagePlugin.WebPImageFile) -> Image.Image:
    """Decode as Pillow does, but let go of the decoder's two canvases before the picture is made."""
    content, _, _ = image._get_next()
    del image._decoder
    frame = Image.frombuffer(image.mode, image.size, content, "raw", image.rawmode, 0, 1)
    frame.info = image.info
    return frame


def _held(image: Image.Image) -> int:
    """Return the bytes that Pillow needs for the pixels of an image."""
    return image.width * image.height * BYTES.get(image.mode, 4)


def _drafted(size: tuple[int, int], long_side: int | None) -> tuple[int, int]:
    """Return the least size that a JPEG may be decoded to."""
    factor = reduction(size, long_side)
    return size[0] // factor, size[1] // factor


def _halvings(image: Image.Image, path: Path, long_side: int | None) -> int:
    wide = 5 * len(image.getbands()) + 4
    with opened(path) as source:
        most = jp2.levels(source)
    halvings = 0
    while halvings < most:
        pixels = image.width * image.height >> 2 * halvings
        enough = long_side is not None and max(image.size) >> (halvings + 1) >= 2 * long_side
        if pixels * wide <= JP2_MEMORY and not enough:
            break
        halvings += 1
    return halvings


def _orientation(image: Image.Image) -> int:
    """Return how to turn the image, 1 to 8; broken metadata counts as upright."""
    try:
        found = image.getexif().get(ORIENTATION, 1)
    except (OSError, SyntaxError, ValueError, LookupError, TypeError, struct.error):
        return 1
    return found if isinstance(found, int) and found in TURNS else 1


def _upright(image: Image.Image, orientation: int) -> Image.Image:
    return image.transpose(TURNS[orientation]) if orientation in TURNS else image


def _plain(image: Image.Image, long_side: int | None) -> Image.Image:
    """Return the loaded image in L or RGB, shrunk by a whole number, band by band to spare memory."""
    factor = reduction(image.size, long_side, _held(image))
    colours = Colours(image)
    width, height = image.size
    rows = max(1, BAND // (width * factor)) * factor
    if factor == 1 and rows >= height:
        return colours.plain(image)
    whole: Image.Image | None = None
    for top in range(0, height, rows):
        band = colours.plain(image.crop((0, top, width, min(height, top + rows))))
        band = band if factor == 1 else band.reduce(factor)
        if whole is None:
            whole = Image.new(band.mode, (band.width, -(-height // factor)))
        whole.paste(band, (0, top // factor))
    assert whole is not None
    return whole
