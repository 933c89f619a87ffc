"""What a scanner does to a card: skew, bed, blur, noise, and for bitonal scans the threshold."""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from sample_cards.drawing import blotches
from sample_cards.lettering import Colour

BED: Colour = (16, 16, 17)


def scan_colour(card: Image.Image, margin: int, skew: float, rng: np.random.Generator) -> Image.Image:
    """A colour scan on a black bed, turned by ``skew`` degrees."""
    scan = _on_bed(card, margin, skew, BED).filter(ImageFilter.GaussianBlur(0.65))
    noise = rng.normal(0, 2.6, (scan.height, scan.width, 1)) + rng.normal(0, 1.0, (scan.height, scan.width, 3))
    pixels = np.asarray(scan, dtype=np.float32) + noise
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def scan_bitonal(card: Image.Image, skew: float, rng: np.random.Generator) -> Image.Image:
    """A grey scan driven to black and white, with specks and the card's edges as broken lines."""
    scan = _on_bed(card, 0, skew, (255, 255, 255)).convert("L").filter(ImageFilter.GaussianBlur(0.8))
    pixels = np.asarray(scan, dtype=np.float32)
    pixels = pixels + rng.normal(0, 13, pixels.shape).astype(np.float32) + 4 * blotches(scan.size, 9, rng)
    # A steep curve, not a step: JPEG and the lamp leave some grey at the edges of the letters.
    hard = 255 / (1 + np.exp(-(pixels - 168) / 11))
    result = Image.fromarray(hard.astype(np.uint8))
    _specks(result, rng)
    _edges(result, rng)
    return result.filter(ImageFilter.GaussianBlur(0.45))


def _on_bed(card: Image.Image, margin: int, skew: float, bed: Colour) -> Image.Image:
    size = (card.width + 2 * margin, card.height + 2 * margin)
    scan = Image.new("RGB", size, bed)
    scan.paste(card, (margin, margin))
    return scan.rotate(skew, Image.Resampling.BICUBIC, fillcolor=bed)


def _specks(scan: Image.Image, rng: np.random.Generator) -> None:
    draw = ImageDraw.Draw(scan)
    for x, y in rng.uniform((0, 0), scan.size, (int(rng.integers(4, 14)), 2)):
        wide, high = rng.uniform(0.3, 1.0, 2) * rng.uniform(0.8, 2.0)
        draw.ellipse([x - wide, y - high, x + wide, y + high], fill=0)


def _edges(scan: Image.Image, rng: np.random.Generator) -> None:
    """The shadow of the card's rim: dashes of any length along the bottom and one side."""
    draw = ImageDraw.Draw(scan)
    width, height = scan.size
    slope = float(rng.uniform(-4, 4))
    for base, length, upright in ((height - 4, width, False), (width - 8, height, True), (2, height, True)):
        place = float(rng.uniform(0, 80))
        while place < length:
            dash = float(rng.uniform(10, 320))
            ends = [(place, slope * place / length), (place + dash, slope * (place + dash) / length)]
            line = [(base + off, along) if upright else (along, base + off) for along, off in ends]
            draw.line(line, fill=0, width=int(rng.integers(1, 4)))
            place += dash + float(rng.uniform(15, 260))
