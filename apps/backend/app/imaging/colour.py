"""Any pixel mode to plain grey or sRGB of 8 bits a channel."""

import io
from typing import Final

import numpy as np
from PIL import Image, ImageCms

WHITE_IS_ZERO: Final = 0
PHOTOMETRIC: Final = 262
DEPTHS: Final = (8, 10, 12, 14, 16)
SPACES: Final = {"L": "GRAY", "RGB": "RGB ", "CMYK": "CMYK"}


class Colours:
    """How the pixels of one loaded image become plain; learned from the whole, applied to any part of it."""

    def __init__(self, image: Image.Image) -> None:
        self._table = _table(image) if image.mode.startswith("I;16") else None
        self._range = _range(image) if image.mode in ("I", "F") else None
        self._profile = _profile(image)
        self._transforms: dict[str, ImageCms.ImageCmsTransform | None] = {}

    def plain(self, part: Image.Image) -> Image.Image:
        """Return a part of the image in mode L or RGB, over white where it is transparent."""
        if self._table is not None:
            part = Image.fromarray(self._table[np.asarray(part)])
        elif self._range is not None:
            part = _stretched(part, *self._range)
        part = _without_palette(part)
        if part.mode not in ("LA", "RGBA"):
            return self._managed(part)
        alpha = part.getchannel("A")
        colour = self._managed(part.convert("L" if part.mode == "LA" else "RGB"))
        white = Image.new(colour.mode, colour.size, "white")
        white.paste(colour, mask=alpha)
        return white

    def _managed(self, part: Image.Image) -> Image.Image:
        transform = self._transform(part.mode)
        if transform is not None:
            return transform.apply(part)
        return part if part.mode in ("L", "RGB") else part.convert("RGB")

    def _transform(self, mode: str) -> ImageCms.ImageCmsTransform | None:
        if mode not in self._transforms:
            self._transforms[mode] = _transform(self._profile, mode)
        return self._transforms[mode]


def _without_palette(part: Image.Image) -> Image.Image:
    """Return the part in L, LA, RGB, RGBA, CMYK or LAB."""
    if part.mode == "1":
        return part.convert("L")
    if "transparency" in part.info and part.mode in ("L", "P", "RGB"):
        return part.convert("RGBA")
    if part.mode in ("PA", "RGBa"):
        return part.convert("RGBA")
    if part.mode == "La":
        return part.convert("LA")
    if part.mode in ("P", "RGBX", "YCbCr", "HSV"):
        return part.convert("RGB")
    return part


def _profile(image: Image.Image) -> ImageCms.ImageCmsProfile | None:
    """Return the colour profile of the image; a broken one counts as none, sRGB needs no work."""
    raw = image.info.get("icc_profile")
    if not raw:
        return None
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(raw))
        return None if "sRGB" in ImageCms.getProfileDescription(profile) else profile
    except (OSError, TypeError, ValueError, ImageCms.PyCMSError):
        return None


def _transform(profile: ImageCms.ImageCmsProfile | None, mode: str) -> ImageCms.ImageCmsTransform | None:
    try:
        if mode == "LAB":
            profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
        elif profile is None or profile.profile.xcolor_space != SPACES.get(mode):
            return None
        return ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), mode, "RGB")
    except (OSError, TypeError, ValueError, ImageCms.PyCMSError):
        return None


def _table(image: Image.Image) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    """Return 8 bits for each of 65,536 greys: the whole range of the scanner's depth, so nothing is clipped.

    Scanners of 10, 12 and 14 bits often store their values unscaled; the highest value tells.
    """
    _, high = _extrema(image)
    depth = next((bits for bits in DEPTHS if high < 2**bits), 16)
    white = 2**depth - 1
    values = np.clip(np.arange(65536), 0, white) * (255 / white)
    tags = getattr(image, "tag_v2", {})
    if tags.get(PHOTOMETRIC) == WHITE_IS_ZERO:
        values = 255 - values
    table: np.ndarray[tuple[int], np.dtype[np.uint8]] = np.round(values).astype(np.uint8)
    return table


def _range(image: Image.Image) -> tuple[float, float]:
    """Return black and white of an image of 32 bits: 0 and the depth's end if they fit, else the extremes."""
    low, high = _extrema(image)
    if low < 0 or high >= 2**16:
        return low, high
    if image.mode == "F" and high <= 1:
        return 0.0, 1.0
    return 0.0, float(next(2**bits - 1 for bits in DEPTHS if high < 2**bits))


def _extrema(image: Image.Image) -> tuple[float, float]:
    low, high = np.ravel(np.asarray(image.getextrema(), dtype=np.float64))
    return float(low), float(high)


def _stretched(part: Image.Image, black: float, white: float) -> Image.Image:
    values = np.nan_to_num(np.asarray(part, dtype=np.float32))
    scaled = (values - black) * (255 / ((white - black) or 1))
    return Image.fromarray(np.clip(np.round(scaled), 0, 255).astype(np.uint8))
