"""A library's drawer of dissertations: running text, typed or printed, scanned in black and white.

A card's text is a template over its values, so what is drawn and what ``truth.json`` says agree.
"""

from dataclasses import dataclass, field
from string import Formatter

import numpy as np
from PIL import Image

from sample_cards.drawing import Sheet
from sample_cards.lettering import Colour, Type, plain
from sample_cards.scanning import scan_bitonal

SIZE = (1280, 764)
BLACK: Colour = (20, 20, 20)

FIELDS = (
    "type",
    "last_name",
    "first_name",
    "title",
    "year",
    "place",
    "pages",
    "publisher",
    "format",
    "shelfmark",
    "subjects",
)

COURIER = Type("CourierPrime", 33, 43, BLACK, pitch=19.8, jitter=0.6, wear=0.09)
ELITE = Type("SpecialElite", 32, 43, BLACK, pitch=19.6, jitter=0.5, wear=0.08)
PRINT = Type("OldStandardTT", 36, 42, BLACK, jitter=0.12, wear=0.03)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph at ``x``, ``y`` pixels, or lower after a long one; ``hang`` indents its later lines."""

    y: int
    text: str
    x: int = 120
    hang: int = 0
    width: int = 1090


@dataclass(frozen=True, slots=True)
class Card:
    """One thesis, or a reference to one."""

    name: str
    values: dict[str, str]
    blocks: list[Block]
    kind: Type = COURIER
    skew: float = 0.0
    ruled: int | None = None
    pencil: str | None = None
    stamp: list[str] = field(default_factory=list)

    def truth(self) -> dict[str, str | None]:
        """Every field of the drawer, null where the card is silent. Raises if the card omits a value."""
        used = {name for block in self.blocks for _, name, _, _ in Formatter().parse(block.text) if name}
        omitted = self.values.keys() - used - {"type"}
        if omitted:
            raise ValueError(f"{self.name}: not on the card: {sorted(omitted)}")
        return {name: plain(self.values[name]) if name in self.values else None for name in FIELDS}


def draw(card: Card, rng: np.random.Generator) -> list[Image.Image]:
    """The one scan of the card."""
    sheet = Sheet(Image.new("RGB", SIZE, (236, 236, 236)), rng)
    free = 0.0
    for block in card.blocks:
        text = block.text.format(**card.values)
        free = sheet.write((block.x, max(block.y, free)), text, card.kind, block.width, block.hang)
    if card.ruled is not None:
        sheet.rule((0, card.ruled), (SIZE[0], card.ruled + 5), BLACK, 3)
    if card.stamp:
        sheet.stamp((850, 400), card.stamp, 34, float(rng.uniform(-5, 5)), (60, 60, 60), frame=True)
    if card.pencil:
        sheet.pencil((1010, 400), card.pencil, 46, 5)
    x, y = rng.uniform((600, 664), (660, 684))
    sheet.hole((x, y), 40, BLACK)
    return [scan_bitonal(sheet.image, card.skew, rng)]
