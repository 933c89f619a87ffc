"""What may stand in a field of one card: the readers' values, their learned variants, and rows of the card."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from app.engines.local.learned import pieces
from app.engines.local.learned.candidates import value_shape
from app.engines.local.learned.pieces import Piece
from app.engines.referee.cards import Case, Sheet, plain_of
from app.engines.referee.lessons import Lessons, Taught
from app.models.enums import FieldType
from app.models.folding import fold
from app.models.record import FieldSpec

MOST = 14
FREQUENT = 3
LONG = 12
"""Values at least so long are taken apart at sentences and commas."""
_BRACKETS = re.compile(r"[()\[\]]")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_MARKS = " .,;:-–/"


@dataclass(slots=True)
class Proposal:
    """A text and where it comes from: ``raw`` for a reader's own words, else how it was made."""

    text: str
    ways: list[str]
    readers: list[str]
    """Whose values it was made from."""
    chance: float = 0.0
    """What the built-in reader gives it."""


def of_cell(case: Case, sheet: Sheet, field: FieldSpec, lessons: Lessons) -> list[Proposal]:
    """Each text once, readers' own first; at most ``MOST``."""
    found: dict[str, Proposal] = {}

    def propose(text: str | None, way: str, reader: str = "", chance: float = 0.0) -> None:
        cleaned = (text or "").strip()
        if not cleaned:
            return
        known = found.get(cleaned)
        if known is None:
            if len(found) >= MOST and way not in ("raw", "offered"):
                return
            known = found[cleaned] = Proposal(cleaned, [], [])
        if way not in known.ways:
            known.ways.append(way)
        if reader and reader not in known.readers:
            known.readers.append(reader)
        known.chance = max(known.chance, chance)

    for reader, texts in case.said.items():
        propose(texts.get(field.name), "raw", reader)
    for text, chance in case.offered.get(field.name, ()):
        propose(text, "offered", chance=chance)
    if field.type is FieldType.ENUM:
        for text in field.values:
            propose(text, "allowed")
        return list(found.values())
    taught = lessons.fields[field.name]
    for reader, texts in case.said.items():
        own = texts.get(field.name)
        if own:
            for variant, way in _variants(own, field, taught, lessons):
                propose(variant, way, reader)
        for sibling, other in texts.items():
            if other and sibling != field.name and taught.shapes[value_shape(other)]:
                propose(other, "sibling", reader)
    for text, way in _rows(sheet, taught):
        propose(text, way)
    for text, count in taught.values.most_common(FREQUENT):
        if count > 1:
            propose(text, "frequent")
    return list(found.values())


def _variants(text: str, field: FieldSpec, taught: Taught, lessons: Lessons) -> Iterator[tuple[str, str]]:
    for known, _ in taught.turned.get(text, Counter()).most_common(2):
        yield known, "turned"
    for known, _ in taught.spellings.get(plain_of(text), Counter()).most_common(2):
        yield known, "spelled"
    yield lessons.spelling.apply(field, text), "rule"
    yield from _cut(text, taught)
    bare = _BRACKETS.sub("", text)
    if bare != text:
        yield bare, "bare"
    if text[-1] in _MARKS:
        yield text.rstrip(_MARKS), "bare"
    if len(text) >= LONG:
        yield from _parts(text)


def _cut(text: str, taught: Taught) -> Iterator[tuple[str, str]]:
    """Ended before, or begun after, a word at which people did so."""
    for match in re.finditer(r"\w+", text):
        word = fold(match.group())
        if word in taught.cuts and match.start():
            cut = text[: match.start()].rstrip()
            yield cut, "cut"
            yield cut.rstrip(_MARKS), "cut"
        if word in taught.heads:
            yield text[match.end() :].lstrip(_MARKS), "head"


def _parts(text: str) -> Iterator[tuple[str, str]]:
    sentences = _SENTENCE.split(text)
    if len(sentences) > 1:
        yield sentences[0], "sentence"
        yield sentences[0].rstrip("."), "sentence"
        yield " ".join(sentences[:-1]), "sentence"
        yield " ".join(sentences[1:]), "tail"
    if "," in text:
        head, _, tail = text.partition(",")
        yield head, "comma"
        yield tail.strip(), "tail"


def _rows(sheet: Sheet, taught: Taught) -> Iterator[tuple[str, str]]:
    """What follows a learned label, the rows below it, and the last rows, where such values are known here."""
    rows = sheet.rows
    for number, row in enumerate(rows):
        at = next((n for n, piece in enumerate(row) if fold(piece.text) in taught.labels), None)
        if at is None:
            continue
        yield _text(row[at + 1 :]), "label"
        below = rows[number + 1 :]
        if below:
            yield _text(below[0]), "below"
            yield _text([piece for one in below for piece in one]), "below"
    for row in rows[-2:]:
        if taught.shapes[value_shape(_text(row))]:
            yield _text(row), "row"


def _text(row: list[Piece]) -> str:
    return pieces.joined(row).lstrip(_MARKS)
