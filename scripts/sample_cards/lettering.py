"""Typewriters and printing types: from marked-up text to glyphs to lines.

Mark-up in a card's text: ``*letter-spaced*``, ``_underlined_``, ``^bold^``; ``|`` is a place
where the typist may break a word with a hyphen, and it never reaches the truth.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import ImageFont

FONTS = Path(__file__).parent.parent / "fonts"
BREAK = "|"

Colour = tuple[int, int, int]


@cache
def font(face: str, size: int) -> ImageFont.FreeTypeFont:
    """The face from ``scripts/fonts``. Basic layout, since Raqm is not built into every Pillow."""
    return ImageFont.truetype(FONTS / f"{face}-Regular.ttf", size, layout_engine=ImageFont.Layout.BASIC)


@dataclass(frozen=True, slots=True)
class Type:
    """What the letters are made with. Sizes in pixels; ``pitch`` is None for proportional faces."""

    face: str
    size: int
    leading: int
    ink: Colour
    pitch: float | None = None
    jitter: float = 0.0
    wear: float = 0.0


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character with its style."""

    char: str
    spaced: bool = False
    underlined: bool = False
    bold: bool = False

    def advance(self, kind: Type) -> float:
        """Width in pixels that the carriage moves. A spaced letter is followed by a gap."""
        if self.char == BREAK:
            return 0.0
        if kind.pitch is not None:
            return kind.pitch * (2 if self.spaced else 1)
        width = float(font(kind.face, kind.size).getlength(self.char))
        return width + (kind.size * 0.22 if self.spaced else 0.0) + (1.0 if self.bold else 0.0)


Word = list[Glyph]


def plain(text: str) -> str:
    """The value as a reader should return it: without marks of possible breaks."""
    return text.replace(BREAK, "")


def parse(text: str) -> list[Glyph]:
    """Glyphs of marked-up text. The last letter of a spaced run has no gap behind it."""
    style = {"*": False, "_": False, "^": False}
    glyphs: list[Glyph] = []
    for char in text:
        if char not in style:
            glyphs.append(Glyph(char, style["*"], style["_"], style["^"]))
            continue
        style[char] = not style[char]
        if char == "*" and not style[char]:
            last = glyphs[-1]
            glyphs[-1] = Glyph(last.char, False, last.underlined, last.bold)
    return glyphs


def wrap(text: str, kind: Type, width: float, hang: float = 0.0) -> list[list[Glyph]]:
    """Lines of glyphs no wider than ``width`` pixels; lines after the first are ``hang`` narrower."""
    lines: list[list[Glyph]] = [[]]
    space = Glyph(" ")
    for word in _words(parse(text)):
        line = lines[-1]
        room = width - (hang if len(lines) > 1 else 0.0) - _measure(line, kind)
        joined = [space, *word] if line else word
        if _measure(joined, kind) <= room:
            line.extend(joined)
            continue
        head, tail = _split(joined, kind, room)
        line.extend(head)
        lines.append(tail if head else word)
    return [[glyph for glyph in line if glyph.char != BREAK] for line in lines]


def _words(glyphs: list[Glyph]) -> Iterator[Word]:
    word: Word = []
    for glyph in glyphs:
        if glyph.char != " ":
            word.append(glyph)
        elif word:
            yield word
            word = []
    if word:
        yield word


def _measure(glyphs: list[Glyph], kind: Type) -> float:
    return sum(glyph.advance(kind) for glyph in glyphs)


def _split(word: Word, kind: Type, room: float) -> tuple[Word, Word]:
    """The longest part that fits with a hyphen, and the rest; nothing and all of it when none fits."""
    for at in range(len(word) - 1, 0, -1):
        if word[at].char != BREAK:
            continue
        head = [*word[:at], Glyph("-", bold=word[at].bold)]
        if _measure(head, kind) <= room:
            return head, word[at + 1 :]
    return [], word
