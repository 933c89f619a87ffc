"""Fields with a closed set of values: which of them a card means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from app.engines.local import hints, passage
from app.engines.local.layout import Segment, Sheet
from app.engines.local.passage import Passage
from app.models.enums import Source
from app.models.folding import fold
from app.models.record import FieldSpec

ALIKE = 84
_REFERENCE = re.compile(r"\b(?:cross[- ]?)?refer(?:ence|ral)|\bverweis|\brenvoi|\bsee\b|\bsiehe\b")


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    confidence: float
    source: Source
    place: Passage | None = None


def named(text: str, values: Sequence[str]) -> str | None:
    """The value that a piece of text names: the same words, or nearly."""
    wanted = fold(text.strip(" .,:;"))
    if not wanted:
        return None
    rated = [(fuzz.ratio(wanted, fold(value)), -n) for n, value in enumerate(values)]
    best, n = max(rated, default=(0, 0))
    if best >= ALIKE:
        return values[-n]
    found = [value for value in values if re.search(rf"\b{re.escape(fold(value))}\b", wanted)]
    return found[0] if len(found) == 1 else None


def reference_among(values: Sequence[str]) -> str | None:
    """The one value by whose words a card only refers to another (``Reference``, ``Verweisung``, ``Renvoi``)."""
    found = [value for value in values if _REFERENCE.search(fold(value))]
    return found[0] if len(found) == 1 else None


def on_card(sheets: Sequence[Sheet], field: FieldSpec) -> Choice | None:
    """The value by a sign that the description quotes, by its own words on the card, or the one left over."""
    signs = _signs(field)
    for value, quoted in signs.items():
        for sign in quoted:
            if (segment := _segment_saying(sheets, sign)) is not None:
                return Choice(value, 0.85, Source.HINT, passage.of_lines([[segment]]))
    written = [(value, place) for value in field.values if (place := _written(sheets, value)) is not None]
    if len(written) == 1:
        return Choice(written[0][0], 0.7, Source.VOCABULARY, written[0][1])
    unsigned = [value for value in field.values if value not in signs]
    if signs and len(unsigned) == 1:
        return Choice(unsigned[0], 0.6, Source.HINT)
    return None


@lru_cache(maxsize=256)
def _signs(field: FieldSpec) -> dict[str, tuple[str, ...]]:
    """Quoted words of the description by the value named last before them (``Reference if a line 's.' points …``)."""
    text = field.description
    places = sorted((match.start(), value) for value in field.values for match in re.finditer(re.escape(value), text))
    signs: dict[str, tuple[str, ...]] = {}
    for n, (start, value) in enumerate(places):
        end = places[n + 1][0] if n + 1 < len(places) else len(text)
        quoted = hints.of(FieldSpec("", description=text[start + len(value) : end])).quoted
        if quoted:
            signs[value] = (*signs.get(value, ()), *quoted)
    return signs


def _segment_saying(sheets: Sequence[Sheet], sign: str) -> Segment | None:
    """A segment that says no more than the sign: short ones letter by letter, long ones also within a line."""
    wanted = fold(sign).strip()
    for sheet in sheets:
        for row in sheet.rows:
            for segment in row.segments:
                text = fold(segment.text).strip()
                alone = text.rstrip(".:") == wanted.rstrip(".:")
                within = len(wanted) >= 4 and re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", text) is not None
                if alone or within:
                    return segment
    return None


def _written(sheets: Sequence[Sheet], value: str) -> Passage | None:
    wanted = re.compile(rf"\b{re.escape(fold(value))}\b")
    for sheet in sheets:
        for segment in sheet.segments():
            text = segment.text
            match = wanted.search(fold(text))
            if match is not None:
                whole = passage.of_lines([[segment]])
                return whole.cut(match.start(), match.end()) if len(fold(text)) == len(text) else whole
    return None
