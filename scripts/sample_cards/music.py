"""The drawer of a music archive: labelled cards for works in the public domain.

Each card is one row below; what is typed and what ``truth.json`` says both come from it.
"""

from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from sample_cards.drawing import Sheet, paper
from sample_cards.lettering import Colour, Type, plain
from sample_cards.scanning import BED, scan_colour

SIZE = (1400, 980)
MARGIN = 26
FORM: Colour = (70, 74, 66)
BLACK: Colour = (38, 36, 40)
BLUE: Colour = (46, 50, 92)
RED: Colour = (176, 42, 48)
VIOLET: Colour = (104, 60, 138)
CREAM: Colour = (236, 224, 192)
CHAMOIS: Colour = (228, 208, 164)
GREEN: Colour = (196, 210, 176)

COURIER = Type("CourierPrime", 34, 50, BLACK, pitch=20.4, jitter=0.55, wear=0.07)
COURIER_BLUE = Type("CourierPrime", 34, 50, BLUE, pitch=20.4, jitter=0.5, wear=0.08)
ELITE = Type("SpecialElite", 33, 50, BLACK, pitch=20.0, jitter=0.5, wear=0.06)

FIELDS = (
    "Komponist",
    "Signatur",
    "Titel",
    "Textanfang",
    "Textdichter",
    "Bearbeiter",
    "Verlag",
    "Material",
    "Bemerkungen",
)
# Rows that the printed form leaves for a field; Komponist and Signatur share the head of the card.
FORM_ROWS = {
    "Titel": 2,
    "Textanfang": 2,
    "Textdichter": 1,
    "Bearbeiter": 1,
    "Verlag": 1,
    "Material": 1,
    "Bemerkungen": 3,
}


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where and what: ``at`` in pixels of the card."""

    lines: list[str]
    at: tuple[int, int]
    colour: Colour
    angle: float = 0.0
    size: int = 40
    frame: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """One work. ``typed`` holds the values on the front, ``back`` those on the back."""

    name: str
    typed: dict[str, str]
    kind: Type = COURIER
    tone: Colour = CREAM
    skew: float = 0.0
    printed: bool = True
    spaced: bool = False
    stamps: list[Stamp] = field(default_factory=list)
    pencil: str | None = None
    back: dict[str, str] = field(default_factory=dict)

    def truth(self) -> dict[str, str | None]:
        """Every field of the drawer, null where the card is blank."""
        values = self.typed | self.back
        return {name: plain(values[name]) if name in values else None for name in FIELDS}


def draw(card: Card, rng: np.random.Generator) -> list[Image.Image]:
    """The scans of the card: front, and back when it has one."""
    sheets = [_printed_front(card, rng) if card.printed else _typed_front(card, rng)]
    if card.back:
        sheets.append(_back(card, rng))
    skews = [card.skew, -card.skew * 0.6]
    return [scan_colour(sheet.image, MARGIN, skew, rng) for sheet, skew in zip(sheets, skews, strict=False)]


def _heading(card: Card) -> str:
    composer = card.typed["Komponist"]
    family, comma, rest = composer.partition(",")
    return f"*{family}*{comma}{rest}" if card.spaced else composer


def _printed_front(card: Card, rng: np.random.Generator) -> Sheet:
    sheet = Sheet(paper(SIZE, card.tone, rng), rng)
    sheet.rule((52, 0), (52, SIZE[1]), FORM, 2)
    sheet.rule((986, 0), (986, 138), FORM, 2)
    sheet.rule((52, 138), (SIZE[0] - 24, 138), FORM, 4)
    sheet.print_small((72, 84), "Komponist", 25, FORM)
    sheet.dots((226, 112), 740, FORM)
    sheet.print_small((1002, 22), "Signatur", 25, FORM)
    sheet.write((230, 78), _heading(card), card.kind, 760)
    sheet.write((1030, 78), card.typed["Signatur"], card.kind, 350)
    y = 168.0
    for name, rows in FORM_ROWS.items():
        sheet.print_small((72, y + 8), name, 25, FORM)
        for row in range(rows):
            sheet.dots((226, y + row * card.kind.leading + 36), SIZE[0] - 280, FORM)
        start = 230 + float(rng.uniform(-6, 14))
        sheet.write((start, y + float(rng.uniform(-2, 3))), card.typed.get(name, ""), card.kind, 1110)
        y += rows * card.kind.leading + 13
    sheet.print_small((72, SIZE[1] - 40), "Form. 27 b", 18, FORM)
    return _finish(sheet, card)


def _typed_front(card: Card, rng: np.random.Generator) -> Sheet:
    """An older card of the drawer: ruled, its labels typed with the values."""
    sheet = Sheet(paper(SIZE, card.tone, rng), rng)
    for row in range(1, 17):
        sheet.rule((0, 62 + row * 54), (SIZE[0], 62 + row * 54), (150, 168, 190), 1)
    sheet.rule((0, 112), (SIZE[0], 112), (190, 92, 92), 2)
    sheet.write((70, 70), f"Komponist: {_heading(card)}", card.kind, 850)
    sheet.write((940, 70), f"Signatur: {card.typed['Signatur']}", card.kind, 440)
    y = 140.0
    for name in FIELDS[2:]:
        y = sheet.write((70, y), f"{name}: {card.typed.get(name, '')}", card.kind, 1240, hang=card.kind.pitch or 0)
        y += 14
    return _finish(sheet, card)


def _back(card: Card, rng: np.random.Generator) -> Sheet:
    sheet = Sheet(paper(SIZE, card.tone, rng), rng)
    y = 84.0
    for name, value in card.back.items():
        y = sheet.write((96, y), f"_{name}_: {value}", card.kind, 1200, hang=40) + 26
    sheet.hole((SIZE[0] / 2 - 6, SIZE[1] - 86), 40, BED)
    return sheet


def _finish(sheet: Sheet, card: Card) -> Sheet:
    for stamp in card.stamps:
        sheet.stamp(stamp.at, stamp.lines, stamp.size, stamp.angle, stamp.colour, frame=stamp.frame)
    if card.pencil:
        sheet.pencil((1180, SIZE[1] - 120), card.pencil, 44, 4)
    sheet.hole((SIZE[0] / 2 + 4, SIZE[1] - 86), 40, BED)
    return sheet
