"""A card lying flat: paper, rules, letters, stamps and pencil."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from sample_cards.lettering import Colour, Glyph, Type, font, wrap

PENCIL: Colour = (92, 92, 98)

Point = tuple[float, float]


def blotches(size: tuple[int, int], grain: int, rng: np.random.Generator) -> NDArray[np.float32]:
    """Smooth noise of unit variance, ``grain`` pixels to a blotch, shape (height, width)."""
    width, height = size
    coarse = rng.standard_normal((height // grain + 3, width // grain + 3)).astype(np.float32)
    smooth = Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC)
    field = np.asarray(smooth, dtype=np.float32)
    even: NDArray[np.float32] = (field - field.mean()) / (field.std() + 1e-6)
    return even


def paper(size: tuple[int, int], tone: Colour, rng: np.random.Generator) -> Image.Image:
    """Card board of that tone: uneven, darker towards the edges, with fibres and specks."""
    width, height = size
    shade = 2.6 * blotches(size, 160, rng) + 1.2 * blotches(size, 24, rng) + 1.0 * blotches(size, 5, rng)
    across = np.abs(np.linspace(-1, 1, width, dtype=np.float32))[None, :] ** 6
    down = np.abs(np.linspace(-1, 1, height, dtype=np.float32))[:, None] ** 6
    yellowing = np.stack([4 * (across + down), 7 * (across + down), 15 * (across + down)], axis=-1)
    pixels = np.array(tone, dtype=np.float32) + shade[..., None] - yellowing
    sheet = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(sheet, "RGBA")
    for x, y in rng.uniform((0, 0), size, (160, 2)):
        dx, dy = rng.uniform(-14, 14, 2)
        draw.line([(x, y), (x + dx, y + dy)], fill=(110, 90, 60, int(rng.integers(12, 40))), width=1)
    for x, y in rng.uniform((0, 0), size, (22, 2)):
        radius = float(rng.uniform(0.6, 2.2))
        draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=(88, 70, 44, 110))
    return sheet


class Sheet:
    """Draws on one side of a card. Coordinates in pixels from the top left corner of the card."""

    def __init__(self, base: Image.Image, rng: np.random.Generator) -> None:
        self.image = base
        self._rng = rng

    def write(self, at: Point, text: str, kind: Type, width: float, hang: float = 0.0) -> float:
        """Set marked-up text within ``width``; return the y of the line below."""
        x, y = at
        for number, line in enumerate(wrap(text, kind, width, hang)):
            self._line((x + (hang if number else 0.0), y), line, kind)
            y += kind.leading
        return y

    def rule(self, start: Point, end: Point, colour: Colour, width: int = 2) -> None:
        """A printed rule, slightly uneven in strength."""

        def stroke(draw: ImageDraw.ImageDraw) -> None:
            draw.line([start, end], fill=255, width=width)

        self._ink(stroke, colour, strength=0.85, patchy=0.08)

    def dots(self, start: Point, length: float, colour: Colour) -> None:
        """A dotted rule to write on."""

        def strokes(draw: ImageDraw.ImageDraw) -> None:
            for step in range(0, int(length), 8):
                draw.rectangle([start[0] + step, start[1], start[0] + step + 2, start[1] + 1], fill=255)

        self._ink(strokes, colour, strength=0.6, patchy=0.1)

    def print_small(self, at: Point, text: str, size: int, colour: Colour, face: str = "ArchivoNarrow") -> None:
        """Letterpress of the form: labels and the printer's number."""
        self._ink(lambda draw: draw.text(at, text, font=font(face, size), fill=255), colour, 0.9, 0.06)

    def pencil(self, at: Point, text: str, size: int, angle: float = 0.0) -> None:
        """A librarian's note by hand."""
        self._stamped(at, [text], font_face="Kalam", size=size, angle=angle, colour=PENCIL, patchy=0.22)

    def stamp(self, at: Point, lines: list[str], size: int, angle: float, colour: Colour, *, frame: bool) -> None:
        """A rubber stamp with its upper left corner at ``at``, unevenly inked."""
        self._stamped(at, lines, "ArchivoNarrow", size, angle, colour, patchy=0.3, frame=frame, weight=1)

    def hole(self, centre: Point, radius: float, bed: Colour) -> None:
        """The punched hole of the drawer's rod: one sees the scanner's bed, and a lit rim."""
        x, y = centre
        draw = ImageDraw.Draw(self.image)
        rim = [x - radius - 2, y - radius - 2, x + radius + 1, y + radius + 1]
        draw.ellipse(rim, fill=(206, 196, 170))
        draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=bed)

    def _line(self, at: Point, glyphs: list[Glyph], kind: Type) -> None:
        if not glyphs:
            return
        x, y = at
        drift = float(self._rng.normal(0, kind.jitter))
        # The ribbon dries out and recovers over some letters, so neighbours look alike.
        pressure = np.convolve(self._rng.normal(0, kind.wear, len(glyphs) + 8), np.ones(9) / 3, "valid")
        for glyph, press in zip(glyphs, pressure, strict=True):
            advance = glyph.advance(kind)
            self._strike((x, y + drift), glyph, kind, 0.9 + float(press))
            if glyph.underlined:
                base = y + drift + kind.size * 1.02
                self.rule((x - 1, base), (x + advance, base), kind.ink, 2)
            x += advance

    def _strike(self, at: Point, glyph: Glyph, kind: Type, strength: float) -> None:
        """One letter hits the paper: off by a fraction of a pixel, harder or softer."""
        if glyph.char == " ":
            return
        pad = kind.size
        cell = Image.new("L", (kind.size * 3, kind.size * 3), 0)
        offset = self._rng.normal(0, kind.jitter, 2)
        x, y = at[0] + float(offset[0]), at[1] + float(offset[1])
        left, top = int(x), int(y)
        spot = (pad + x - left, pad + y - top)
        face = font(kind.face, kind.size)
        draw = ImageDraw.Draw(cell)
        draw.text(spot, glyph.char, font=face, fill=255)
        if glyph.bold:
            draw.text((spot[0] + 1.4, spot[1]), glyph.char, font=face, fill=255)
        level = float(np.clip(strength + self._rng.normal(0, kind.wear), 0.42, 1.0))
        if kind.wear:
            level_map = np.clip(level + 0.16 * blotches(cell.size, 7, self._rng), 0.15, 1.0)
            inked = np.asarray(cell, dtype=np.float32) * level_map
            cell = Image.fromarray(inked.astype(np.uint8))
        self.image.paste(kind.ink, (left - pad, top - pad), cell)

    def _ink(
        self, strokes: Callable[[ImageDraw.ImageDraw], None], colour: Colour, strength: float, patchy: float
    ) -> None:
        mask = Image.new("L", self.image.size, 0)
        strokes(ImageDraw.Draw(mask))
        box = mask.getbbox()
        if box is None:
            return
        part = mask.crop(box)
        self.image.paste(colour, box, _uneven(part, strength, patchy, self._rng))

    def _stamped(
        self,
        at: Point,
        lines: list[str],
        font_face: str,
        size: int,
        angle: float,
        colour: Colour,
        patchy: float,
        *,
        frame: bool = False,
        weight: int = 0,
    ) -> None:
        face = font(font_face, size)
        wide = int(max(face.getlength(line) for line in lines)) + 40
        high = int(size * 1.2 * len(lines)) + 36
        mask = Image.new("L", (wide, high), 0)
        draw = ImageDraw.Draw(mask)
        if frame:
            draw.rectangle([4, 4, wide - 5, high - 5], outline=255, width=4)
        for number, line in enumerate(lines):
            left = (wide - face.getlength(line)) / 2
            top = 12 + number * size * 1.2
            draw.text((left, top), line, font=face, fill=255, stroke_width=weight)
        mask = mask.rotate(angle, Image.Resampling.BICUBIC, expand=True)
        mask = mask.filter(ImageFilter.GaussianBlur(0.7))
        self.image.paste(colour, (int(at[0]), int(at[1])), _uneven(mask, 0.72, patchy, self._rng))


def _uneven(mask: Image.Image, strength: float, patchy: float, rng: np.random.Generator) -> Image.Image:
    level = strength + patchy * (0.6 * blotches(mask.size, 26, rng) + 0.5 * blotches(mask.size, 4, rng))
    pixels = np.asarray(mask, dtype=np.float32) * np.clip(level, 0.0, 1.0)
    return Image.fromarray(pixels.astype(np.uint8))
